using Rettidig.Domain.Reports;
using Rettidig.Unit.Tests.Domain;

namespace Rettidig.Unit.Tests.Reports;

/// <summary>What every table of the report has.</summary>
public sealed class ReportTablesTests
{
    [Fact]
    public void Every_table_has_a_name_of_its_own_and_says_how_it_is_counted()
    {
        FigureGroup[] groups = [.. ReportTables.All.SelectMany(section => section.Groups)];

        Assert.Distinct(groups.Select(group => group.Id));
        Assert.All(groups, group => Assert.EndsWith(".", group.Definition, StringComparison.Ordinal));
        Assert.All(groups, group => Assert.InRange(group.Title.Length, 1, 78));
    }

    [Fact]
    public void No_figure_is_more_than_what_it_is_a_share_of()
    {
        Report report = Counted.On(
            "2025-06-30",
            new CaseBuilder().Decided("2024-01-24").Started("2024-01-31").Plan("2024-02-01").HandedOver("2024-02-01").Review("2024-04-02", revise: true).Revised("2024-04-10", 2).Review("2024-09-02"),
            new CaseBuilder().Decided("2018-01-24", birth: "2002-02-01").Started("2018-01-31").Offered("2018-02-01").Ended("2019-02-01"));

        IEnumerable<CountedFigure> figures = report.Sections.SelectMany(section => section.Groups).SelectMany(group => group.Figures);

        Assert.NotEmpty(figures);
        Assert.All(figures, figure => Assert.InRange(figure.Count, 0, figure.Of));
    }

    [Fact]
    public void The_order_in_which_placements_are_added_changes_nothing()
    {
        CaseBuilder[] cases =
        [
            new CaseBuilder().Decided("2024-01-24").Started("2024-01-31").Offered("2024-02-01"),
            new CaseBuilder().Decided("2024-01-24").Started("2024-01-31").Review("2024-06-01"),
            new CaseBuilder().Decided("2018-01-24").Started("2018-01-31").Review("2018-04-01", revise: true),
        ];

        Assert.Equivalent(Counted.On("2025-06-30", cases).Sections, Counted.On("2025-06-30", [.. cases.Reverse()]).Sections, strict: true);
    }
}
