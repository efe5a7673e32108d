using NodaTime;
using Rettidig.Domain.Calendar;
using Rettidig.Domain.Cases;
using Rettidig.Domain.Events.Facts;

namespace Rettidig.Domain.Rules.Duties;

/// <summary>The plan reaches those the child lives with.</summary>
internal static class HandOverDuties
{
    public static IEnumerable<Duty> Rows =>
    [
        new()
        {
            Id = "plan-handover",
            Title = "Udlevering af planen til anbringelsesstedet",
            Kind = DutyKind.Statute,
            Rows = ["HO-01", "HO-02", "HO-06", "BL-05", "BL-25"],
            Law = new LegalBasis("serviceloven § 140, stk. 7", "serviceloven § 140, stk. 6", "barnets lov § 94"),
            Starts = Anchors.EachStay,
            Due = LaterOfStayAndPlan,
            Closes =
            [
                new(
                    "de relevante dele af planen (for en ungeplan efter barnets lov § 109, stk. 5) er udleveret til det sted, også før; mundtligt er nok, men bemærkes",
                    s => HandOvers.ToSite(s) is [var first, ..] ? Closing.By(first, HowHandedOver(s)) : null),
            ],
            Repeats = Recurrence.EachTime,
        },
        new()
        {
            Id = "revised-plan-handover",
            Title = "Udlevering af den reviderede plan",
            Kind = DutyKind.Practice,
            Rows = ["HO-04", "HO-06"],
            Law = LegalBasis.Throughout("god praksis efter serviceloven § 140", "god praksis efter barnets lov § 94"),
            Starts = Anchors.Each<ChildPlanRevised>("planen er revideret", plan => $"plan revideret (version {plan.Version})"),
            Due = Due.Days(14, Term.Municipal),
            Closes =
            [
                new(
                    "den version eller en nyere er udleveret til barnets anbringelsessted",
                    s => Closing.By(HandOvers.FirstToChild(s.File, s.Started<ChildPlanRevised>()!.Version), "plan udleveret")),
            ],
            Repeats = Recurrence.EachTime,
        },
        new()
        {
            Id = "site-chase",
            Title = "Svar på anbringelsesstedets rykker",
            Kind = DutyKind.Practice,
            Rows = ["HO-05"],
            Law = LegalBasis.Throughout("god praksis efter serviceloven § 140", "god praksis efter barnets lov § 94"),
            Starts = new("anbringelsesstedet har rykket for planen", EachChase) { Stops = "barnet flytter videre", Per = Scope.Site },
            Due = Due.WorkingDays(3, Term.Municipal),
            Closes = [Closer.After<ChildPlanHandedOver>("planen er udleveret til stedet efter rykkeren", "plan udleveret", HandOvers.ToSite)],
            Repeats = Recurrence.EachTime,
            LadderNote = "ved anden åbne rykker får teamlederen besked straks",
            TellsLeaderAtOnce = FindsAnotherChaseOpen,
        },
    ];

    /// <summary>There is nothing to hand over before the first plan has been adopted.</summary>
    private static Deadline LaterOfStayAndPlan =>
        Due.On("samme dag, dog ikke før den første plan er vedtaget", Term.Statutory, DayOfStayOrPlan) with { Condition = "når der er en plan" };

    private static DueDate? DayOfStayOrPlan(Situation s)
    {
        if (s.File.All<ChildPlanAdopted>() is not [var plan, ..])
        {
            return null;
        }

        string reckoning = plan.Day > s.Day ? $"{Due.From(s)}, plan vedtaget {DanishDates.Short(plan.Day)}" : Due.From(s);
        return new DueDate(LocalDate.Max(plan.Day, s.Day), Term.Statutory, reckoning) { KnownAt = plan.ReceivedAt };
    }

    /// <summary>Oral hand-over closes the duty, and is said to be oral (HO-02).</summary>
    private static string HowHandedOver(Situation s) => HandOvers.InWritingToSite(s).IsEmpty ? "plan kun formidlet mundtligt" : "plan udleveret";

    private static IEnumerable<Anchor> EachChase(CaseFile file, LocalDate today) =>
        file.All<ChildPlanChased>().Select(chase => Anchor.On(file, chase, "rykket") with { Site = chase.Fact.Site, StopsOn = Stay.Leaves(file, chase.Fact.Site, chase.Day) });

    /// <summary>Whether the site had chased before and has got no plan between the two. Where it got one after the last chase before this, none is open.</summary>
    private static bool FindsAnotherChaseOpen(Situation s)
    {
        var chase = (Recorded<ChildPlanChased>)s.Anchor.Fact!;
        return s.File.About<ChildPlanChased>(static chased => chased.Fact.Site, s.Anchor.Site).Before(chase) is { } before
            && !(HandOvers.ToSite(s).After(before) is { } handOver && chase.IsAfter(handOver));
    }
}
