using System.Text.RegularExpressions;

namespace Rettidig.Unit.Tests.Architecture;

/// <summary>A page that points somewhere points at something.</summary>
public partial class LinkTests
{
    public static TheoryData<string> Pages => [.. Repository.Files("*.md")];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_to_a_file_leads_to_one(string page)
    {
        string folder = Path.GetDirectoryName(Repository.Full(page))!;
        IEnumerable<string> targets = Link().Matches(File.ReadAllText(Repository.Full(page))).Select(match => match.Groups[1].Value).Where(target => !target.Contains("://", StringComparison.Ordinal));

        Assert.All(targets, target => Assert.True(Path.Exists(Path.Combine(folder, target)), $"{page} points to {target}"));
    }

    [GeneratedRegex(@"\]\(([^)#\s]+)(?:#[^)]*)?\)")]
    private static partial Regex Link();
}
