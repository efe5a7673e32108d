using Rettidig.Domain.Cases;
using Rettidig.Domain.Events.Facts;

namespace Rettidig.Domain.Rules.Duties;

/// <summary>What the placement site needs beside the plan itself, and what is done when something at it is wrong.</summary>
internal static class SiteDuties
{
    private static readonly LegalBasis GoodPractice = LegalBasis.Throughout("god praksis efter serviceloven § 140", "god praksis efter barnets lov § 94");

    public static IEnumerable<Duty> Rows =>
    [
        new()
        {
            Id = "site-change-basis",
            Title = "Grundlag for at skifte anbringelsessted",
            Kind = DutyKind.Statute,
            Rows = ["BL-28"],
            Law = new LegalBasis(null, null, "barnets lov § 98, stk. 1, 2 og 4"),
            Starts = Anchors.Announced<SiteChanged>("barnet skal flyttes eller er flyttet, og fagsystemet fortæller, hvad det hviler på", "skift af sted meldt", change => change.Basis is not null),
            Due = Due.On("senest den dag, barnet flytter", Term.Statutory, Anchors.AnnouncedDay("flytning", Term.Statutory)),
            Closes =
            [
                new("der er samtykke fra forældremyndighedsindehaveren og fra barnet, der er fyldt 12 år, eller en afgørelse i udvalget", s => s.Started<SiteChanged>()!.Basis == SiteChangeBasis.None ? null : new Closing(s.Day, "grundlag på plads", s.Anchor.Fact)),
                Closer.Since<CommitteeDecided>("udvalget har siden truffet afgørelse", "afgjort i udvalget"),
            ],
            Defects = [Remark.Demanding("no-site-statement", "udtalelse fra det hidtidige anbringelsessted", s => s.Started<SiteChanged>()!.SiteStatement == false)],
            Repeats = Recurrence.EachTime,
        },
        new()
        {
            Id = "site-concern",
            Title = "Underretning af socialtilsynet",
            Kind = DutyKind.Statute,
            Rows = ["BL-07"],
            Law = LegalBasis.Throughout("serviceloven § 148, stk. 4", "barnets lov § 156, stk. 4"),
            Starts = Anchors.Each<SiteConcernFound>("der er fundet bekymrende forhold på stedet", "bekymring"),
            Due = Due.WorkingDays(3, Term.Municipal),
            Closes = [Closer.Since<SiteConcernNotified>("socialtilsynet er underrettet om stedet", "socialtilsynet underrettet", s => s.File.About<SiteConcernNotified>(static notified => notified.Fact.Site, s.Started<SiteConcernFound>()!.Site))],
            Repeats = Recurrence.EachTime,
        },
        new()
        {
            Id = "plan-with-enquiry",
            Title = "Planen med i spørgsmålet til et muligt anbringelsessted",
            Kind = DutyKind.Practice,
            Rows = ["HO-03"],
            Law = GoodPractice,
            Starts = Anchors.Each<SiteAsked>("et muligt anbringelsessted er spurgt", "sted spurgt"),
            Due = Due.AtOnce(Term.Municipal),
            Closes = Remark.Closed("sted spurgt"),
            Defects = [Remark.Wanting("plan-not-sent", "de relevante dele af planen", s => !s.Started<SiteAsked>()!.PlanSent)],
            Repeats = Recurrence.EachTime,
        },
        new()
        {
            Id = "plan-before-inspection",
            Title = "Aktuel plan på stedet før socialtilsynets besøg",
            Kind = DutyKind.Practice,
            Rows = ["HO-07"],
            Law = GoodPractice,
            Starts = AtSite(Anchors.Announced<SiteInspectionAnnounced>("socialtilsynet har meldt et besøg på stedet", "besøg meldt"), fact => ((Recorded<SiteInspectionAnnounced>)fact).Fact.Site),
            Due = Due.On("dagen for besøget", Term.Municipal, Anchors.AnnouncedDay("besøg", Term.Municipal)),
            Closes = [new("den nyeste version er udleveret til stedet", s => Closing.By(HandOvers.FirstToSite(s, PlanVersion.HighestBy(s.File, s.Anchor.Fact!.Day)), "plan udleveret"))],
            Repeats = Recurrence.EachTime,
        },
        new()
        {
            Id = "plan-receipt",
            Title = "Kvittering for planen",
            Kind = DutyKind.Practice,
            Rows = ["HO-08"],
            Law = GoodPractice,
            Starts = AtSite(Anchors.Each<ChildPlanHandedOver>("planen er udleveret skriftligt", "plan udleveret", handOver => handOver.Form == HandOverForm.Written), fact => ((Recorded<ChildPlanHandedOver>)fact).Fact.Site),
            Due = Due.Days(14, Term.Municipal),
            Closes =
            [
                Closer.Since<ChildPlanReceived>(
                    "stedet har kvitteret for den version eller en nyere",
                    "kvitteret",
                    s => s.File.About<ChildPlanReceived>(static received => received.Fact.Site, s.Anchor.Site),
                    (s, received) => received.Fact.Version >= s.Started<ChildPlanHandedOver>()!.Version),
            ],
            Repeats = Recurrence.EachTime,
            OnByDefault = false,
        },
        new()
        {
            Id = "handover-parent-parts",
            Title = "Forældrenes oplysninger ved udlevering af planen",
            Kind = DutyKind.Practice,
            Rows = ["PP-13"],
            Law = GoodPractice,
            Starts = AtSite(
                Anchors.Each<ChildPlanHandedOver>("planen er udleveret, og fagsystemet fortæller, om forældrenes oplysninger er begrænset", "plan udleveret", handOver => handOver.ParentPartsLimited is not null),
                fact => ((Recorded<ChildPlanHandedOver>)fact).Fact.Site),
            Due = Due.AtOnce(Term.Municipal),
            Closes = Remark.Closed("plan udleveret"),
            Defects = [Remark.Wanting("parent-parts-not-limited", "stillingtagen til, hvad stedet må se om forældrene", s => s.Started<ChildPlanHandedOver>()!.ParentPartsLimited == false)],
            Repeats = Recurrence.EachTime,
        },
        new()
        {
            Id = "plan-supplement",
            Title = "Svar, når stedet mangler oplysninger",
            Kind = DutyKind.Practice,
            Rows = ["HO-09"],
            Law = GoodPractice,
            Starts = AtSite(Anchors.Each<ChildPlanGapsReported>("stedet har meldt, at det mangler oplysninger", "oplysninger mangler"), fact => ((Recorded<ChildPlanGapsReported>)fact).Fact.Site),
            Due = Due.WorkingDays(5, Term.Municipal),
            Closes = [Closer.After<ChildPlanHandedOver>("planen eller et tillæg er udleveret til stedet derefter", "plan udleveret", HandOvers.ToSite)],
            Repeats = Recurrence.EachTime,
        },
    ];

    /// <summary>The same trigger for one site, until the child moves on from it.</summary>
    private static Trigger AtSite(Trigger trigger, Func<IRecorded, string> site) => trigger with
    {
        In = (file, today) => trigger.In(file, today).Select(anchor => anchor with { Site = site(anchor.Fact!), StopsOn = Stay.Leaves(file, site(anchor.Fact!), anchor.Day) }),
        Stops = "barnet flytter videre",
        Per = Scope.Site,
    };
}
