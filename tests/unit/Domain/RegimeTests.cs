using NodaTime;
using Rettidig.Domain.Agendas;
using Rettidig.Domain.Events.Facts;
using Rettidig.Domain.Rules;
using static Rettidig.Unit.Tests.Domain.CaseBuilder;

namespace Rettidig.Unit.Tests.Domain;

/// <summary>The law in force on the day a term began judges it; what recurs crosses 1-1-2020 and 1-1-2024.</summary>
public class RegimeTests
{
    [Theory]
    [InlineData("2011-01-01", Regime.A)]
    [InlineData("2019-12-31", Regime.A)]
    [InlineData("2020-01-01", Regime.B)]
    [InlineData("2023-12-31", Regime.B)]
    [InlineData("2024-01-01", Regime.C)]
    [InlineData("2040-06-01", Regime.C)]
    public void Each_day_has_its_law(string day, Regime regime) => Assert.Equal(regime, Regimes.On(Date(day)));

    [Fact]
    public void Reviews_of_one_placement_go_from_serviceloven_to_barnets_lov()
    {
        CaseBuilder sag = new CaseBuilder().Decided("2019-08-15").Started("2019-08-15")
            .Review("2019-11-10").Review("2020-05-10").Review("2023-11-20").Review("2024-05-15", next: "2025-03-01").Review("2025-03-01");

        Assert.Equal(
            [
                ("2020-05-10", "serviceloven § 70, stk. 1", Term.Statutory),
                ("2020-11-10", "serviceloven § 70, stk. 1", Term.Statutory),
                ("2024-05-20", "serviceloven § 70, stk. 1", Term.Statutory),
                ("2025-03-01", "barnets lov § 95", Term.Statutory),
                ("2025-09-01", "barnets lov § 95", Term.Municipal),
            ],
            sag.Of("next-review", "2025-04-01").Select(next => (Iso(next.Due), next.Law, next.Term)));
    }

    [Fact]
    public void The_rhythm_is_only_asked_for_where_barnets_lov_asks() =>
        Assert.Equal(
            [0, 1],
            new CaseBuilder().Decided("2023-06-01").Started("2023-06-01").Review("2023-12-31").Review("2024-01-01").Of("next-review", "2024-02-01").Select(next => next.Defects.Count));

    [Fact]
    public void Follow_up_on_the_parent_plan_crosses_the_change_of_law_and_keeps_its_twelve_months()
    {
        CaseBuilder sag = new CaseBuilder().Decided("2022-12-01").Started("2022-12-01").Add(new ParentPlanAdopted(Date("2023-01-10"), 1, 2, true))
            .Add(new ParentPlanRevisionOffered(Date("2023-03-01"))).Add(new ParentPlanFollowedUp(Date("2024-02-20"), true));

        Assert.Equal(
            [("2024-03-01", "serviceloven § 70, stk. 4", ObligationStatus.Met), ("2025-02-20", "barnets lov § 79, stk. 3", ObligationStatus.Pending)],
            sag.Of("parent-plan-follow-up", "2024-06-01").Select(followUp => (Iso(followUp.Due), followUp.Law, followUp.Status)));
    }

    [Fact]
    public void Hand_over_has_another_subsection_from_2020_and_another_law_from_2024()
    {
        CaseBuilder sag = new CaseBuilder().Decided("2019-06-01").Started("2019-06-01", "s0").Plan("2019-06-01").Moved("2020-01-01", "s1").Moved("2024-01-01", "s2");

        Assert.Equal(["serviceloven § 140, stk. 7", "serviceloven § 140, stk. 6", "barnets lov § 94"], sag.Of("plan-handover", "2024-02-01").OrderBy(handOver => handOver.AnchoredOn).Select(handOver => handOver.Law));
    }

    [Fact]
    public void Each_version_of_the_plan_is_held_against_the_law_of_its_day()
    {
        CaseBuilder sag = new CaseBuilder().Decided("2019-06-01").Plan("2019-06-01").Revised("2020-06-01", 2).Revised("2024-06-01", 3);

        Assert.Equal(
            [("serviceloven § 140, stk. 3 og 4", 4), ("serviceloven § 140, stk. 2 og 3", 4), ("barnets lov § 92", 1)],
            sag.Of("child-plan-contents", "2024-07-01").Select(contents => (contents.Law, contents.Defects.Count)));
    }

    [Fact]
    public void Supervision_years_follow_the_law_of_their_first_day() =>
        Assert.Equal(
            ["serviceloven § 148, jf. § 70, stk. 2", "barnets lov § 156, stk. 5"],
            new CaseBuilder().Decided("2022-06-01").Started("2022-06-01").Of("supervision-year", "2024-02-01").Select(year => year.Law));

    [Fact]
    public void Nothing_opens_anew_on_the_day_barnets_lov_comes_into_force()
    {
        CaseBuilder sag = new CaseBuilder().Decided("2023-06-01").Started("2023-06-01").Plan("2023-05-20").HandedOver("2023-06-01").Visit("2023-08-01").Review("2023-08-20").Visit("2023-12-01");

        Assert.Equal(
            ["supervision-year:2024-01-01"],
            Names(sag, "2024-01-01").Except(Names(sag, "2023-12-31")));
        static IEnumerable<string> Names(CaseBuilder sag, string day) => [.. sag.On(day).Obligations.Select(obligation => $"{obligation.DutyId}:{obligation.Occurrence}")];
    }

    [Fact]
    public void A_duty_of_one_regime_is_silent_in_the_others()
    {
        foreach (Duty duty in RuleBook.Standard.Duties)
        {
            foreach (Regime regime in Enum.GetValues<Regime>())
            {
                LocalDate decided = regime switch { Regime.A => Date("2018-03-05"), Regime.B => Date("2021-03-05"), _ => Date("2025-03-05") };
                CaseBuilder sag = new CaseBuilder().Decided(Iso(decided), emergency: true).Started(Iso(decided)).Plan(Iso(decided)).Revised(Iso(decided.PlusDays(30)), 2).Review(Iso(decided.PlusDays(60)));
                Assert.All(sag.Of(duty.Id, Iso(decided.PlusMonths(5))), obligation => Assert.Equal(duty.Law.In(Regimes.On(obligation.AnchoredOn)), obligation.Law));
            }
        }
    }

    private static string Iso(LocalDate day) => NodaTime.Text.LocalDatePattern.Iso.Format(day);
}
