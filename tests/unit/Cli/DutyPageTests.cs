using Rettidig.Cli.Duties;
using Rettidig.Cli.Terminal;
using Rettidig.Domain.Rules;
using Rettidig.Unit.Tests.Architecture;

namespace Rettidig.Unit.Tests.Cli;

public class DutyPageTests
{
    private static readonly string Page = File.ReadAllText(Repository.Full("docs/pligter.md"));

    [Fact]
    public void The_page_of_the_duties_is_what_the_rule_book_prints() => Assert.Equal(Page, DutyPage.Text);

    [Fact]
    public async Task Rettidig_duties_prints_the_page()
    {
        using StringWriter output = new(), errors = new();

        Assert.Equal(0, await CommandLine.RunAsync(["duties"], Screen.Over(output, errors, plain: true)));
        Assert.Equal(Page, output.ToString().ReplaceLineEndings("\n"));
        Assert.Empty(errors.ToString());
    }

    [Fact]
    public void Every_duty_has_a_line_with_all_seven_columns()
    {
        foreach (Duty duty in RuleBook.Standard.Duties)
        {
            string line = Assert.Single(Page.Split('\n'), line => line.Contains($"`{duty.Id}`", StringComparison.Ordinal));
            string[] cells = line.Trim('|').Split('|', StringSplitOptions.TrimEntries);

            Assert.Equal(7, cells.Length);
            Assert.All(cells, cell => Assert.False(string.IsNullOrWhiteSpace(cell), line));
        }
    }

    [Fact]
    public void A_lawyer_finds_a_duty_by_its_paragraph()
    {
        Assert.Contains("| barnets lov § 95 | fra 01-01-2024 | Første opfølgning |", Page, StringComparison.Ordinal);
        Assert.Contains("| serviceloven § 140, stk. 7 | til 31-12-2019 | Udlevering af planen til anbringelsesstedet |", Page, StringComparison.Ordinal);
        Assert.Contains("| serviceloven § 140, stk. 6 | 01-01-2020 til 31-12-2023 | Udlevering af planen til anbringelsesstedet |", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_what_the_law_counts_is_called_the_laws_term()
    {
        foreach (Duty duty in RuleBook.Standard.Duties.Where(duty => duty.Kind != DutyKind.Statute))
        {
            Assert.DoesNotContain("lovens", Page.Split('\n').Single(line => line.Contains($"`{duty.Id}`", StringComparison.Ordinal)).Split('|')[3], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_README_counts_the_duties_as_they_are()
    {
        string readme = File.ReadAllText(Repository.Full("README.md"));

        Assert.Contains($"{RuleBook.Standard.Duties.Count} pligter under tre retlige regimer", readme, StringComparison.Ordinal);
        Assert.Contains($"{RuleBook.Standard.Duties.Count(duty => !duty.OnByDefault)} af dem er gode vaner", readme, StringComparison.Ordinal);
    }
}
