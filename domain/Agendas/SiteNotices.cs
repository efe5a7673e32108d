using NodaTime;
using Rettidig.Domain.Calendar;
using Rettidig.Domain.Cases;
using Rettidig.Domain.Events.Facts;
using Rettidig.Domain.Rules;

namespace Rettidig.Domain.Agendas;

/// <summary>
/// What the placement site is told, where the municipality has turned that on: when the child moves in and when the plan
/// is revised (with the links "received" and "we lack it"), and that its first, third, sixth … chase was registered.
/// </summary>
internal static class SiteNotices
{
    /// <summary>A notice that could not go out within two weeks would only confuse: it is left out.</summary>
    private const int LastsDays = 14;

    private const int EveryChases = 3;

    /// <summary>The notices, past and to come, that are not too old.</summary>
    public static IEnumerable<Step> Of(CaseFile file, LocalDate today, OfficeHours office) =>
        MovedIn(file, office).Concat(Revised(file, office)).Concat(Chased(file, office)).DistinctBy(step => step.Key)
            .Where(step => step.Day.PlusDays(LastsDays) >= today && !(file.EndedOn <= step.Day));

    /// <summary>The day after the notice has become too old.</summary>
    public static LocalDate TooOldFrom(Step step) => step.Day.PlusDays(LastsDays + 1);

    private static IEnumerable<Step> MovedIn(CaseFile file, OfficeHours office) =>
        file.Stays.Select(stay => Notice(file, office, "plan-handover", stay.Site.Id, stay.Known));

    private static IEnumerable<Step> Revised(CaseFile file, OfficeHours office) =>
        file.All<ChildPlanRevised>()
            .Where(_ => file.Start is not null)
            .Select(plan => (Plan: plan, Site: file.SiteOn(plan.Day)!))
            .Where(revised => file.StartedOn <= revised.Plan.Day)
            .Select(revised => Notice(file, office, "revised-plan-handover", revised.Site.Id, revised.Plan));

    private static IEnumerable<Step> Chased(CaseFile file, OfficeHours office) =>
        file.All<ChildPlanChased>().GroupBy(chase => chase.Fact.Site).SelectMany(chases => chases
            .Where((_, i) => i == 0 || (i + 1) % EveryChases == 0)
            .Select(chase => Notice(file, office, "site-chase", chases.Key, chase)));

    /// <summary>Two of the same kind on the same day to the same site are one notice.</summary>
    private static Step Notice(CaseFile file, OfficeHours office, string duty, string site, IRecorded fact)
    {
        Anchor anchor = Anchor.On(file, fact, "");
        string day = DanishDates.Iso(fact.Day);
        string occurrence = $"{day}:{site}";
        return new Step
        {
            Key = $"{file.Placement.Partition}:{duty}:{occurrence}:{day}:{StepName.Notify.Text()}:{Role.Site.Text()}",
            DutyId = duty,
            Occurrence = occurrence,
            Due = fact.Day,
            Name = StepName.Notify,
            Role = Role.Site,
            Site = site,
            Day = LocalDate.Max(office.Days.OnOrAfter(fact.Day), office.FirstMorningAfter(anchor.KnownAt)),
        };
    }
}
