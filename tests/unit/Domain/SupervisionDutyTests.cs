using Rettidig.Domain.Agendas;
using Rettidig.Domain.Events.Facts;
using static Rettidig.Unit.Tests.Domain.CaseBuilder;

namespace Rettidig.Unit.Tests.Domain;

public class SupervisionDutyTests
{
    private static CaseBuilder Placed(string on = "2025-03-10") => new CaseBuilder().Decided(on).Started(on);

    [Fact]
    public void Two_visits_fall_within_any_twelve_months()
    {
        IReadOnlyList<Obligation> visits = Placed().Visit("2025-06-01").Visit("2025-11-01").Of("supervision-visit", "2025-12-01");

        Assert.Equal(
            [("2025-03-10", "2026-03-10", ObligationStatus.Met), ("2025-03-10.2", "2026-03-10", ObligationStatus.Met), ("2025-06-01", "2026-06-01", ObligationStatus.Pending), ("2025-11-01", "2026-11-01", ObligationStatus.Pending)],
            visits.Select(visit => (visit.Occurrence, visit.Due.ToString("uuuu-MM-dd", null), visit.Status)));
    }

    [Fact]
    public void Only_the_first_open_visit_is_reminded_of()
    {
        IReadOnlyList<Obligation> visits = Placed().Of("supervision-visit", "2025-04-01");

        Assert.NotEmpty(visits[0].Steps);
        Assert.Empty(visits[1].Steps);
    }

    [Fact]
    public void Reminders_count_to_half_a_year_after_the_last_visit_and_escalations_to_the_due_day()
    {
        Step[] steps = [.. Placed().Visit("2025-06-02").Of("supervision-visit", "2025-06-03").First(visit => visit.IsOpen).Steps];

        Assert.Equal(
            [(StepName.RemindEarly, "2025-11-18"), (StepName.Remind, "2025-11-28"), (StepName.Due, "2026-03-10"), (StepName.Overdue, "2026-03-11"), (StepName.Escalate, "2026-03-24")],
            steps.DistinctBy(step => step.Name).Select(step => (step.Name, step.Day.ToString("uuuu-MM-dd", null))));
    }

    [Theory]
    [InlineData(false, Visitor.Caseworker, true)]
    [InlineData(true, Visitor.Consultant, true)]
    [InlineData(true, Visitor.Site, true)]
    [InlineData(true, Visitor.Caseworker, false)]
    public void A_visit_elsewhere_by_another_or_without_talking_to_the_child_does_not_count(bool onSite, Visitor by, bool spokenWith) =>
        Assert.All(Placed().Visit("2025-06-01", onSite, by, spokenWith).Of("supervision-visit", "2025-07-01"), visit => Assert.Equal(ObligationStatus.Pending, visit.Status));

    [Fact]
    public void A_whole_calendar_year_with_one_visit_is_a_breach()
    {
        Obligation year = Placed("2024-03-10").Visit("2024-06-01").Visit("2025-05-01").Of("supervision-year", "2026-01-01")[0];

        Assert.Equal(("2025-01-01", Date("2025-12-31"), ObligationStatus.Overdue, true), (year.Occurrence, year.Due, year.Status, year.Breach));
    }

    [Fact]
    public void The_year_in_which_the_placement_began_or_ended_is_no_whole_year()
    {
        Assert.Empty(Placed("2024-03-10").Of("supervision-year", "2024-12-31"));
        Assert.Empty(Placed("2024-03-10").Ended("2025-12-30").Of("supervision-year", "2026-01-05"));
        Assert.Equal(ObligationStatus.NotClosed, Placed("2024-03-10").Ended("2025-12-31").One("supervision-year", "2026-01-05").Status);
    }

    [Fact]
    public void A_placement_from_new_years_day_has_its_first_whole_year_at_once() =>
        Assert.Equal("2025-01-01", Placed("2025-01-01").One("supervision-year", "2025-01-02").Occurrence);
}
