using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Rettidig.Tests.Node;

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

    /// <summary>A fact that the real one is known to answer otherwise says by which difference, and is left out there.</summary>
    [Fact]
    public void Every_fact_that_is_marked_as_a_difference_stands_under_its_number()
    {
        string[] differences = Numbered().Split(List());
        (string Fact, int Number)[] marked = [.. typeof(DurableContract).Assembly.GetTypes().Where(typeof(DurableContract).IsAssignableFrom)
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .SelectMany(method => method.GetCustomAttributesData().Where(data => data.AttributeType == typeof(TraitAttribute))
                .Select(trait => ((string)trait.ConstructorArguments[0].Value!, (string)trait.ConstructorArguments[1].Value!))
                .Where(trait => trait.Item1 == "Difference")
                .Select(trait => (method.Name, int.Parse(trait.Item2["no. ".Length..], CultureInfo.InvariantCulture))))];

        Assert.NotEmpty(marked);
        Assert.All(marked, one => Assert.Contains($"`{one.Fact}`", differences[one.Number], StringComparison.Ordinal));
    }

    private static string List()
    {
        string readme = File.ReadAllText(Path.Combine(Checkout.Root, "selfhost", "README.md"));
        string list = readme[(readme.IndexOf(Heading, StringComparison.Ordinal) + Heading.Length)..];
        int next = list.IndexOf("\n## ", StringComparison.Ordinal);
        return next < 0 ? list : list[..next];
    }

    [GeneratedRegex(@"(?m)^\d+\. ")]
    private static partial Regex Numbered();

    [GeneratedRegex(@"`([A-Z][a-z]*_\w+)`")]
    private static partial Regex TestName();
}
