using System.Text.RegularExpressions;
using Rettidig.Domain.Events;

namespace Rettidig.Unit.Tests.Domain;

public partial class EventContractPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(RepositoryRoot(), "docs", "haendelser.md"));

    /// <summary>Every fact there is, and the members of staff.</summary>
    private static int FactCount => typeof(Rettidig.Domain.Events.Fact).Assembly.GetTypes().Count(type => type.IsSubclassOf(typeof(Rettidig.Domain.Events.Fact))) + 1;

    private static string RepositoryRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Rettidig.slnx")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new DirectoryNotFoundException("Expected the tests to run inside a checkout of the repository.");
    }

    [Fact]
    public void The_page_of_the_contract_names_every_event_type_and_no_other()
    {
        string[] named = [.. Row().Matches(Page).Select(match => match.Groups[1].Value)];

        Assert.Distinct(named);
        Assert.Equal(FactCount, named.Length);
        Assert.All(named, name => Assert.NotEqual(RefusalCode.UnknownType, CodeOf($"dk.rettidig.{name}.v1")));
    }

    private static string CodeOf(string type)
    {
        string json = """{"specversion":"1.0","id":"1","source":"urn:x","type":"TYPE","subject":"999/S-1","time":"2026-03-02T10:00:00Z","data":{ }}""".Replace("TYPE", type, StringComparison.Ordinal);
        return EventReader.Read(System.Text.Encoding.UTF8.GetBytes(json), default) is EventReading.Refused refused ? refused.Refusal.Code : "";
    }

    [Fact]
    public void The_page_gives_every_reason_of_refusal()
    {
        IEnumerable<string> codes = typeof(RefusalCode).GetFields().Select(field => (string)field.GetValue(null)!);

        Assert.All(codes, code => Assert.Contains($"`{code}`", Page, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^\| `([a-z-]+\.[a-z-]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
