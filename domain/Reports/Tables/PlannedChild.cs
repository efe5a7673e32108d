using Rettidig.Domain.Agendas;
using Rettidig.Domain.Events.Facts;
using Rettidig.Domain.Rules;
using Rettidig.Domain.Rules.Duties;

namespace Rettidig.Domain.Reports.Tables;

/// <summary>The plan of a placed child, as the study read it: the newest version, and when the first was made.</summary>
internal static class PlannedChild
{
    private const int YouthAge = 16;

    /// <summary>What must be in time for the plan to be: under serviceloven before the decision, in emergencies the purpose at once and the plan later.</summary>
    private static readonly string[] Timing =
        ["child-plan-before-decision", "emergency-purpose", "child-plan-emergency", "child-plan", "child-plan-provisional"];

    /// <summary>Serviceloven wants goals for adulthood in the plan; barnets lov wants a plan of its own.</summary>
    private static readonly string[] Adulthood = ["adulthood-goals", "youth-plan"];

    public static bool HasPlan(ReportedCase c) => c.File.All<ChildPlanAdopted>().Count > 0;

    public static bool CameInTime(ReportedCase c) =>
        TimingOf(c).All(obligation => obligation.ClosedOn is not null && obligation.Status != ObligationStatus.MetLate);

    /// <summary>Without a plan: whether there is still time for it.</summary>
    public static bool HasTimeLeft(ReportedCase c) => !TimingOf(c).Any(obligation => c.HasRunOut(obligation.Due));

    /// <summary>The newest version.</summary>
    public static PlanVersion Newest(ReportedCase c) => PlanVersion.ListOf(c.File).Last();

    /// <summary>Whether the law in force when the version was made wants the content in it.</summary>
    public static bool MustHold(ReportedCase c, PlanContent content) =>
        HasPlan(c) && PlanContents.RequiredIn(Regimes.On(Newest(c).Known.Day)).Contains(content);

    public static bool Lacks(ReportedCase c, PlanContent content) => !Newest(c).Contents.Contains(content);

    /// <summary>Mentioned, but not so that it can be worked by.</summary>
    public static bool Mentions(ReportedCase c, PlanContent content) => Newest(c).Insufficient.Contains(content);

    public static bool HoldsAll(ReportedCase c) => !PlanContents.RequiredIn(Regimes.On(Newest(c).Known.Day)).Except(Newest(c).Contents).Any();

    /// <summary>Sixteen, and with no time left for the young person's plan.</summary>
    public static bool IsYouth(ReportedCase c) => c.HasTurned(YouthAge) && !c.OfAny(Adulthood).Any(duty => duty.IsOpen && !c.HasRunOut(duty.Due));

    public static bool HasAdulthoodGoals(ReportedCase c) => c.OfAny(Adulthood).Any(duty => duty.ClosedOn is not null);

    /// <summary>From sixteen the young person's plan takes the place of the child's from the first day.</summary>
    private static IEnumerable<Obligation> TimingOf(ReportedCase c) =>
        c.OfAny(Timing).Any() ? c.OfAny(Timing) : c.Of("youth-plan").Where(duty => duty.AnchoredOn == c.File.Decision!.Day);
}
