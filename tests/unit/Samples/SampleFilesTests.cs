using System.Text;
using Rettidig.Domain.Rules;
using Rettidig.Samples;

namespace Rettidig.Unit.Tests.Samples;

public sealed class SampleFilesTests
{
    [Theory]
    [InlineData("52-sager.jsonl")]
    [InlineData("20-af-52-sager.txt")]
    [InlineData("225-sager.jsonl")]
    [InlineData("et-barn.jsonl")]
    [InlineData("rules/999.json")]
    public void Generating_again_gives_the_committed_bytes(string file)
    {
        byte[] committed = File.ReadAllBytes(Path.Combine(SampleLine.Folder, file));

        Assert.Equal(committed, Encoding.UTF8.GetBytes(SampleFiles.All()[file]));
    }

    [Fact]
    public void The_sample_settings_turn_notices_to_sites_on()
    {
        string json = File.ReadAllText(Path.Combine(SampleLine.Folder, "rules", "999.json"));

        Assert.Equal(MunicipalRules.Default with { SiteNotices = true }, MunicipalRules.Parse(json, "999.json"));
    }

    [Fact]
    public void One_child_is_a_story_of_a_page_or_two_in_order()
    {
        List<SampleLine> lines = SampleLine.Read(SampleLine.OneChild);

        Assert.InRange(lines.Count, 35, 55);
        Assert.Equal("placement.decided", lines.First(line => !line.Subject.Contains("staff")).Name);
        Assert.Equal("placement.ended", lines[^1].Name);
        Assert.Equal("returned-home", lines[^1].Value("reason"));
    }

    [Fact]
    public void The_52_cases_show_what_happens_between_case_systems()
    {
        List<SampleLine> lines = SampleLine.Read(SampleLine.FiftyTwo);

        Assert.Equal(14, lines.CountBy(line => line.Id).Count(id => id.Value == 2));
        Assert.Equal(4, lines.DistinctBy(line => line.Id).Count(line => line.Name == "event.retracted"));
        Assert.Contains(lines, line => line.Name == "child-plan.chased");
        Assert.Contains(lines, line => line.Name == "caseworker.changed");
        Assert.Contains(lines, line => line.Name == "placement.site-changed");
        Assert.Equal(2, lines.Where(line => !line.Subject.Contains("/staff/")).GroupBy(line => line.Subject).Count(placement => placement.First().Name != "placement.decided"));
    }
}
