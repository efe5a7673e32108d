using Rettidig.Domain.Agendas;
using Rettidig.Domain.Events.Facts;
using Rettidig.Domain.Rules;
using static Rettidig.Unit.Tests.Domain.CaseBuilder;

namespace Rettidig.Unit.Tests.Domain;

public class HandOverDutyTests
{
    private static CaseBuilder Placed() => new CaseBuilder().Decided("2026-03-02").Started("2026-03-10");

    [Fact]
    public void There_is_nothing_to_hand_over_before_there_is_a_plan() => Assert.Empty(Placed().Of("plan-handover", "2026-05-01"));

    [Fact]
    public void A_late_plan_is_handed_over_the_day_it_is_adopted()
    {
        Obligation handOver = Placed().Plan("2026-04-15").One("plan-handover", "2026-05-01");

        Assert.Equal((Date("2026-04-15"), "2026-03-10:sted-1", true), (handOver.Due, handOver.Occurrence, handOver.Breach));
        Assert.Equal("iværksat 10-03-2026, plan vedtaget 15-04-2026, barnets lov § 94", handOver.Explanation);
    }

    [Fact]
    public void A_plan_handed_over_before_the_child_moves_in_counts() =>
        Assert.Equal(ObligationStatus.Met, Placed().Plan("2026-03-01").HandedOver("2026-03-05").One("plan-handover", "2026-05-01").Status);

    [Fact]
    public void A_plan_told_by_mouth_closes_the_duty_and_is_said_to_be_oral()
    {
        Obligation handOver = Placed().Plan("2026-03-01").HandedOver("2026-03-10", form: HandOverForm.Oral).One("plan-handover", "2026-05-01");

        Assert.Equal(ObligationStatus.Met, handOver.Status);
        Assert.Contains("kun formidlet mundtligt", handOver.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_new_site_gets_the_plan()
    {
        IReadOnlyList<Obligation> handOvers = Placed().Plan("2026-03-01").HandedOver("2026-03-10").Moved("2026-06-01", "sted-2").Of("plan-handover", "2026-06-02");

        Assert.Equal([("2026-03-10:sted-1", ObligationStatus.Met), ("2026-06-01:sted-2", ObligationStatus.Overdue)], handOvers.Select(handOver => (handOver.Occurrence, handOver.Status)));
    }

    [Fact]
    public void A_site_the_child_has_left_never_got_the_plan() =>
        Assert.Equal(ObligationStatus.NotClosed, Placed().Plan("2026-03-01").Moved("2026-06-01", "sted-2").HandedOver("2026-06-01", "sted-2").Of("plan-handover", "2026-06-02")[0].Status);

    [Theory]
    [InlineData("2018-03-01", "serviceloven § 140, stk. 7")]
    [InlineData("2020-03-01", "serviceloven § 140, stk. 6")]
    [InlineData("2024-03-01", "barnets lov § 94")]
    public void The_section_on_hand_over_has_had_three_numbers(string start, string law) =>
        Assert.Equal(law, new CaseBuilder().Decided(start).Started(start).Plan(start).One("plan-handover", start).Law);

    [Fact]
    public void A_revised_plan_reaches_the_site_within_14_days()
    {
        CaseBuilder sag = Placed().Plan("2026-03-01").HandedOver("2026-03-10").Revised("2026-06-01", 2).HandedOver("2026-06-05", version: 1);

        Assert.Equal((Date("2026-06-15"), ObligationStatus.Overdue), (sag.One("revised-plan-handover", "2026-06-16").Due, sag.One("revised-plan-handover", "2026-06-16").Status));
        Assert.Equal(ObligationStatus.MetLate, sag.HandedOver("2026-06-20", version: 3).One("revised-plan-handover", "2026-06-21").Status);
    }

    [Fact]
    public void A_revised_plan_handed_over_to_a_former_site_does_not_count() =>
        Assert.Equal(
            ObligationStatus.Overdue,
            Placed().Plan("2026-03-01").Moved("2026-05-01", "sted-2").Revised("2026-06-01", 2).HandedOver("2026-06-05", "sted-1", 2).One("revised-plan-handover", "2026-06-16").Status);

    [Fact]
    public void A_chase_is_answered_within_three_working_days() =>
        Assert.Equal(Date("2026-04-08"), Placed().Chased("2026-03-31").One("site-chase", "2026-04-01").Due); // skærtorsdag, langfredag and 2. påskedag lie between

    [Fact]
    public void The_second_open_chase_goes_to_the_leader_at_once()
    {
        Agenda agenda = Placed().Chased("2026-04-20").Chased("2026-04-21").On("2026-04-22");

        Step atOnce = Assert.Single(agenda.Steps, step => step.Name == StepName.AtOnce);
        Assert.Equal((Role.TeamLeader, Date("2026-04-22"), "2026-04-21:sted-1"), (atOnce.Role, atOnce.Day, atOnce.Occurrence));
    }

    [Fact]
    public void A_chase_after_the_first_was_answered_is_a_first_chase_again() =>
        Assert.DoesNotContain(Placed().Chased("2026-04-20").Plan("2026-04-20").HandedOver("2026-04-21").Chased("2026-05-21").On("2026-05-22").Steps, step => step.Name == StepName.AtOnce);

    [Fact]
    public void Sites_hear_from_us_only_where_the_municipality_has_turned_it_on()
    {
        Assert.DoesNotContain(Placed().On("2026-03-11").Steps, step => step.Role == Role.Site);

        Step notice = Assert.Single(Placed().On("2026-03-11", new MunicipalRules { SiteNotices = true }).Steps, step => step.Role == Role.Site);
        Assert.Equal(("999:S-1:plan-handover:2026-03-10:sted-1:2026-03-10:notify:site", "sted-1", Date("2026-03-11")), (notice.Key, notice.Site, notice.Day));
    }

    [Fact]
    public void The_first_and_every_third_chase_is_acknowledged_to_the_site()
    {
        CaseBuilder sag = Placed();
        foreach (string day in new[] { "2026-04-20", "2026-04-21", "2026-04-22", "2026-04-23", "2026-04-24", "2026-04-27" })
        {
            sag.Chased(day);
        }

        IEnumerable<string> notices = sag.On("2026-04-28", new MunicipalRules { SiteNotices = true }).Steps.Where(step => step.Role == Role.Site && step.DutyId == "site-chase").Select(step => step.Occurrence);
        Assert.Equal(["2026-04-20:sted-1", "2026-04-22:sted-1", "2026-04-27:sted-1"], notices);
    }
}
