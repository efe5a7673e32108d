using NodaTime;
using Rettidig.Cli.Results;
using Rettidig.Domain;
using Rettidig.Domain.Agendas;
using Rettidig.Domain.Rules;

namespace Rettidig.Unit.Tests.Cli;

/// <summary>The figures of Ankestyrelsen's tables 3.1 and 3.2, counted from obligations.</summary>
public sealed class SupportFiguresTests
{
    private static readonly LocalDate Start = new(2024, 1, 31);

    [Theory]
    [InlineData("2023-12-01", 0)]
    [InlineData("2024-01-31", 0)]
    [InlineData("2024-02-29", 0)]
    [InlineData("2024-03-01", 1)]
    [InlineData("2024-05-31", 1)]
    [InlineData("2024-06-01", 2)]
    [InlineData("2024-09-30", 2)]
    [InlineData("2024-10-01", 3)]
    [InlineData("2025-01-31", 3)]
    [InlineData("2025-02-01", 4)]
    public void A_grant_counts_in_the_period_after_the_start_that_it_fell_in(string granted, int period)
    {
        SupportFigures figures = SupportFigures.Of(
        [
            Row("P-1", "support-person-offer", Start, Start),
            Row("P-1", "support-person-grant", Start, NodaTime.Text.LocalDatePattern.Iso.Parse(granted).Value),
        ]);

        Assert.Equal(Enumerable.Range(0, 5).Select(i => i == period ? 1 : 0), figures.Granted);
    }

    [Fact]
    public void A_child_counts_once_by_the_first_grant_when_two_hold_custody()
    {
        SupportFigures figures = SupportFigures.Of(
        [
            Row("P-1", "support-person-offer", Start, Start, "A"),
            Row("P-1", "support-person-offer", Start, null, "B"),
            Row("P-1", "support-person-grant", Start, Start.PlusDays(10), "A"),
            Row("P-1", "support-person-grant", Start, Start.PlusMonths(6), "B"),
            Row("P-2", "support-person-offer", Start, null, "A"),
        ]);

        Assert.Equal((2, 1, 1), (figures.Placements, figures.Offered, figures.Accepted));
        Assert.Equal([1, 0, 0, 0, 0], figures.Granted);
    }

    private static PlacementObligation Row(string placement, string duty, LocalDate anchor, LocalDate? closed, string holder = "A") =>
        new(new PlacementKey("101", placement), new Obligation
        {
            DutyId = duty,
            Title = duty,
            Occurrence = $"2024-01-31:{holder}",
            CustodyHolder = holder,
            Kind = DutyKind.Statute,
            Term = Term.Municipal,
            AnchoredOn = anchor,
            Due = anchor,
            Status = closed is null ? ObligationStatus.Overdue : ObligationStatus.Met,
            ClosedOn = closed,
            Law = "",
            Explanation = "",
        });
}
