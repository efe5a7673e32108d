using System.Text.RegularExpressions;

namespace Rettidig.Contract.Tests.Durable;

/// <summary>The list of known differences in selfhost/README.md is backed by tests, each of which exists under the name it is given there.</summary>
public sealed partial class KnownDifferencesTests
{
    private const string Heading = "## Known differences of the durable engine";

    [Fact]
    public void Every_numbered_difference_names_a_test_or_says_that_the_compiler_shows_it()
    {
        HashSet<string> tests = [.. typeof(KnownDifferencesTests).Assembly.GetTypes().SelectMany(type => type.GetMethods()).Select(method => method.Name)];
        string[] differences = [.. Numbered().Split(List()).Skip(1)];

        Assert.True(differences.Length >= 10, "Expected the numbered list of differences in selfhost/README.md.");
        Assert.All(differences, difference =>
        {
            string[] named = [.. TestName().Matches(difference).Select(match => match.Groups[1].Value)];
            Assert.True(named.Length > 0 || difference.TrimStart().StartsWith("Absent", StringComparison.Ordinal), $"No test is named by: {difference}");
            Assert.All(named, name => Assert.True(tests.Contains(name), $"There is no test {name}, which selfhost/README.md names."));
        });
    }

    private static string List()
    {
        DirectoryInfo root = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Rettidig.slnx")))
        {
            root = root.Parent!;
        }

        string readme = File.ReadAllText(Path.Combine(root.FullName, "selfhost", "README.md"));
        string list = readme[(readme.IndexOf(Heading, StringComparison.Ordinal) + Heading.Length)..];
        int next = list.IndexOf("\n## ", StringComparison.Ordinal);
        return next < 0 ? list : list[..next];
    }

    [GeneratedRegex(@"(?m)^\d+\. ")]
    private static partial Regex Numbered();

    [GeneratedRegex(@"`([A-Z][a-z]*_\w+)`")]
    private static partial Regex TestName();
}
