using NodaTime;
using Rettidig.Domain;
using Rettidig.Domain.Reports;
using Rettidig.Unit.Tests.Domain;

namespace Rettidig.Unit.Tests.Reports;

/// <summary>Which placements a report is about, and as of when.</summary>
public sealed class ReportScopeTests
{
    private static CaseBuilder Placed => new CaseBuilder().Decided("2024-03-01").Started("2024-03-11");

    [Fact]
    public void What_happened_after_the_day_does_not_count()
    {
        CaseBuilder placement = Placed.Offered("2024-04-02").Ended("2024-09-01");

        Report before = Counted.On("2024-04-01", placement);
        Report after = Counted.On("2024-04-02", placement);

        Assert.Equal("0 af 1", before.Figure("support-person", "offered"));
        Assert.Equal("1 af 1", after.Figure("support-person", "offered"));
        Assert.Equal((1, 0), (after.Placements, after.Ended));
        Assert.Equal(1, Counted.On("2024-09-01", placement).Ended);
    }

    [Fact]
    public void A_placement_counts_from_the_day_it_began()
    {
        Assert.Equal(0, Counted.On("2024-03-10", Placed).Placements);
        Assert.Equal(1, Counted.On("2024-03-11", Placed).Placements);
        Assert.Equal(0, Counted.On("2024-03-11", new CaseBuilder().Decided("2024-03-01")).Placements);
        Assert.Equal(0, Counted.On("2024-03-11", new CaseBuilder().Started("2024-03-11")).Placements);
    }

    [Fact]
    public void A_start_that_was_corrected_to_a_later_day_is_not_believed_on_the_day_between()
    {
        CaseBuilder corrected = Placed.Started("2024-04-15", at: "2024-03-20 09:00");

        Assert.Equal(0, Counted.On("2024-04-01", corrected).Placements);
        Assert.Equal(1, Counted.On("2024-04-15", corrected).Placements);
    }

    [Fact]
    public void The_period_is_that_of_the_decision()
    {
        ReportScope scope = new(new LocalDate(2024, 12, 31));

        Assert.Equal(1, Counted.In(scope with { DecidedFrom = new LocalDate(2024, 3, 1), DecidedTo = new LocalDate(2024, 3, 1) }, Placed).Placements);
        Assert.Equal(0, Counted.In(scope with { DecidedFrom = new LocalDate(2024, 3, 2) }, Placed).Placements);
        Assert.Equal(0, Counted.In(scope with { DecidedTo = new LocalDate(2024, 2, 29) }, Placed).Placements);
    }

    [Fact]
    public void Only_the_municipality_and_the_cases_that_are_asked_for_count()
    {
        ReportScope scope = new(new LocalDate(2024, 12, 31));

        Assert.Equal(1, Counted.In(scope with { Municipality = "999" }, Placed).Placements);
        Assert.Equal(0, Counted.In(scope with { Municipality = "101" }, Placed).Placements);
        Assert.Equal(1, Counted.In(scope with { Selected = new HashSet<PlacementKey> { CaseBuilder.Key } }, Placed).Placements);
        Assert.Equal(0, Counted.In(scope with { Selected = new HashSet<PlacementKey> { new("999", "S-2") } }, Placed).Placements);
    }

    [Theory]
    [InlineData(1, 3, 33)]
    [InlineData(2, 3, 67)]
    [InlineData(1, 8, 13)]
    [InlineData(204, 225, 91)]
    [InlineData(0, 7, 0)]
    public void Shares_are_whole_percent_with_halves_up(int count, int of, int percent) =>
        Assert.Equal(percent, new CountedFigure("", "", count, of, false).Percent);

    [Fact]
    public void A_share_of_nothing_is_no_number() => Assert.Null(new CountedFigure("", "", 0, 0, false).Percent);
}
