using Rettidig.Domain.Cases;
using Rettidig.Domain.Events.Facts;

namespace Rettidig.Domain.Rules.Duties;

/// <summary>The parents in crisis, what they are told, and the support the family had before.</summary>
internal static class ParentCareDuties
{
    private static readonly LegalBasis GoodPractice = LegalBasis.Throughout("god praksis efter serviceloven § 54", "god praksis efter barnets lov § 76");

    public static IEnumerable<Duty> Rows =>
    [
        new()
        {
            Id = "parent-support-assessed-first",
            Title = "Vurdering bag afgørelsen om støtte",
            Kind = DutyKind.Practice,
            Rows = ["PS-03"],
            Law = GoodPractice,
            Starts = Anchors.Each<ParentSupportDecided>("støtte til forældrene er bevilget", "støtte bevilget", decision => decision.GrantsSupport),
            Due = Due.AtOnce(Term.Municipal),
            Closes = Remark.Closed("støtte bevilget"),
            Defects = [Remark.Wanting("no-assessment", "en dokumenteret vurdering af behovet", s => s.File.Span<ParentSupportAssessed>().OnOrBefore(s.Day) is null)],
            Repeats = Recurrence.EachTime,
        },
        new()
        {
            Id = "parent-support-reassessment",
            Title = "Fornyet vurdering af forældrenes behov",
            Kind = DutyKind.Practice,
            Rows = ["PS-05"],
            Law = GoodPractice,
            Starts = Anchors.Reviews,
            Due = Due.Days(14, Term.Municipal),
            Closes = [Closer.From<ParentSupportAssessed>("behovet er vurderet siden sidste opfølgning", "behov vurderet", LastReview)],
            Repeats = Recurrence.EachTime,
            OnByDefault = false,
        },
        new()
        {
            Id = "crisis-talk",
            Title = "Krisesamtaler efter akut anbringelse",
            Kind = DutyKind.Practice,
            Rows = ["PS-07"],
            Law = GoodPractice,
            Starts = Anchors.Start,
            Due = Due.Days(7, Term.Municipal).Where("ved akut anbringelse", s => s.File.Decision!.Fact.Emergency),
            Closes = [Closer.By<CrisisSupportOffered>("krisesamtaler er tilbudt", "krisesamtaler tilbudt")],
            Repeats = Recurrence.Once,
            OnByDefault = false,
        },
        new()
        {
            Id = "crisis-contact",
            Title = "Kontakt til forældrene efter en tung afgørelse",
            Kind = DutyKind.Method,
            Rows = ["PH-08"],
            Law = LegalBasis.Always("metode: målrettet støtte til forældre"),
            Starts = Anchors.Each<ReturnHomeRefused>("hjemgivelse er afslået", "hjemgivelse afslået").Or(Anchors.Each<CommitteeDecided>("udvalget har truffet afgørelse", "afgjort i udvalget")),
            Due = Due.Days(7, Term.Municipal),
            Closes =
            [
                Closer.Since<CrisisSupportOffered>("krisesamtaler er tilbudt", "krisesamtaler tilbudt"),
                Closer.Since<ParentsContacted>("forældrene er kontaktet eller søgt kontaktet", "kontaktet"),
            ],
            Repeats = Recurrence.EachTime,
            OnByDefault = false,
        },
        new()
        {
            Id = "missed-meeting-contact",
            Title = "Kontakt efter et møde uden forældrene",
            Kind = DutyKind.Method,
            Rows = ["PH-19"],
            Law = LegalBasis.Always("metode: målrettet støtte til forældre"),
            Starts = Anchors.Each<MeetingHeld>("forældrene er udeblevet fra et møde", "udeblevet", meeting => meeting.ParentsAttended == false),
            Due = Due.WorkingDays(1, Term.Municipal),
            Closes = [Closer.Since<ParentsContacted>("forældrene er kontaktet eller søgt kontaktet", "kontaktet")],
            Repeats = Recurrence.EachTime,
            OnByDefault = false,
        },
        new()
        {
            Id = "support-forms-information",
            Title = "Oplysning om formerne for støtte",
            Kind = DutyKind.Practice,
            Rows = ["PS-09"],
            Law = GoodPractice,
            Starts = Anchors.Each<ParentsInformed>("forældrene er informeret, og fagsystemet fortæller, om de hørte om formerne for støtte", "informeret", informed => informed.SupportForms is not null),
            Due = Due.AtOnce(Term.Municipal),
            Closes = Remark.Closed("forældrene informeret"),
            Defects = [Remark.Wanting("no-support-forms", "oplysning om, hvilke former for støtte der findes", s => s.Started<ParentsInformed>()!.SupportForms == false)],
            Repeats = Recurrence.EachTime,
        },
        new()
        {
            Id = "running-support",
            Title = "Stilling til støtte fra før anbringelsen",
            Kind = DutyKind.Practice,
            Rows = ["PS-11"],
            Law = GoodPractice,
            Starts = Anchors.Each<RunningSupportNoted>("familien havde en foranstaltning i forvejen", "støtte fra før"),
            Due = Due.Months(1, Term.Municipal),
            Closes = [Closer.Since<RunningSupportDecided>("det er besluttet, om den fortsætter", "besluttet", OnTheMeasure)],
            Repeats = Recurrence.EachTime,
        },
        new()
        {
            Id = "parent-update",
            Title = "Månedlig beretning til forældrene",
            Kind = DutyKind.Method,
            Rows = ["PH-17"],
            Law = LegalBasis.Always("metode: målrettet støtte til forældre"),
            Starts = new("det er aftalt, at stedet fortæller forældrene om hverdagen, og når det er sket", EachUpdate) { Stops = "aftalen ophører" },
            Due = Due.Months(1, Term.Municipal),
            Closes = [Closer.After<ParentUpdateSent>("forældrene har fået beretningen", "beretning sendt")],
            Repeats = Recurrence.Again,
        },
    ];

    private static ReadOnlySpan<Recorded<RunningSupportDecided>> OnTheMeasure(Situation s) =>
        s.File.About<RunningSupportDecided>(static decided => decided.Fact.Measure, s.Started<RunningSupportNoted>()!.Measure);

    private static NodaTime.LocalDate LastReview(Situation s) => s.File.ReviewBefore(s.Anchor.Fact!)?.Day ?? s.File.StartedOn!.Value;

    /// <summary>The agreement, and each update sent under it, until it ends or is made again.</summary>
    private static IEnumerable<Anchor> EachUpdate(CaseFile file, NodaTime.LocalDate today) =>
        file.All<ParentUpdatesAgreed>().SelectMany((agreed, i) =>
        {
            NodaTime.LocalDate? again = file.All<ParentUpdatesAgreed>().ElementAtOrDefault(i + 1)?.Day;
            NodaTime.LocalDate? ended = file.Span<ParentUpdatesEnded>().OnOrAfter(agreed.Day)?.Day;
            NodaTime.LocalDate? ends = again < ended ? again : ended ?? again;
            return file.All<ParentUpdateSent>().Skip(CaseOrder.FirstAfter(file.Span<ParentUpdateSent>(), agreed)).TakeWhile(sent => !(sent.Day >= ends))
                .Select(sent => Anchor.On(file, sent, "beretning sendt"))
                .Prepend(Anchor.On(file, agreed, "beretning aftalt"))
                .Select(anchor => anchor with { StopsOn = ends });
        });
}
