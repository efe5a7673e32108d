using NodaTime;
using Rettidig.Domain.Agendas;
using Rettidig.Domain.Events.Facts;

namespace Rettidig.Domain.Reports.Tables;

/// <summary>Which support the parents of a placed child have got, whichever of them it was granted to.</summary>
internal static class SupportedFamily
{
    public static bool WasOffered(ReportedCase c) => c.Of("support-person-offer").Any(IsClosed) || HasPerson(c);

    public static bool Accepted(ReportedCase c) => c.Of("support-person-grant").Any() || HasPerson(c);

    /// <summary>A grant is what was offered and accepted (the study's own definition, law.md SP-16).</summary>
    public static bool HasPerson(ReportedCase c) => FirstGrant(c) is not null;

    public static bool HasOther(ReportedCase c) => c.File.All<ParentSupportDecided>().Any(decision => decision.Fact.GrantsSupport);

    /// <summary>The kinds of other support granted; null where none was.</summary>
    public static IReadOnlyCollection<string>? KindsOf(ReportedCase c) => HasOther(c)
        ? c.File.All<ParentSupportDecided>().Where(decision => decision.Fact.GrantsSupport).SelectMany(decision => decision.Fact.Kinds)
            .Where(kind => kind != ParentSupportDecided.SupportedContact).ToHashSet(StringComparer.Ordinal)
        : null;

    public static bool HasAny(ReportedCase c) => HasPerson(c) || HasOther(c);

    public static bool HasPlan(ReportedCase c) => c.File.All<ParentPlanAdopted>().Count > 0;

    public static bool HasHolisticPlan(ReportedCase c) => !HasPlan(c) && c.File.All<HolisticPlanAdopted>().Any(plan => plan.Fact.Consent);

    public static bool HasWaivedPlan(ReportedCase c) => !HasPlan(c) && !HasHolisticPlan(c) && c.File.All<ParentPlanWaived>().Count > 0;

    /// <summary>Granted, and not ended since, on the day.</summary>
    public static bool HasPersonToday(ReportedCase c) => c.File.CustodyHoldersOn(c.On).Any(holder =>
        c.File.All<SupportPersonGranted>().LastOrDefault(grant => grant.Fact.CustodyHolder == holder) is { } granted
        && !c.File.All<SupportPersonEnded>().Any(ended => ended.Fact.CustodyHolder == holder && ended.IsAfter(granted)));

    /// <summary>The month after the start that the first grant fell in, the first month being 1. A grant before the start is one at the start.</summary>
    public static int MonthOfFirstGrant(ReportedCase c)
    {
        LocalDate start = c.File.StartedOn!.Value;
        LocalDate granted = FirstGrant(c)!.Value;
        int months = 1;

        // Counted from the start each time, never chained (law.md T-17).
        while (start.PlusMonths(months) < granted)
        {
            months++;
        }

        return months;
    }

    private static LocalDate? FirstGrant(ReportedCase c) => c.File.All<SupportPersonGranted>().FirstOrDefault(grant => grant.Fact.HoursPerMonth > 0)?.Day;

    private static bool IsClosed(Obligation obligation) => obligation.ClosedOn is not null;
}
