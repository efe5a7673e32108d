using NodaTime;
using Rettidig.Domain.Calendar;
using Rettidig.Domain.Cases;
using Rettidig.Domain.Events.Facts;

namespace Rettidig.Domain.Rules.Duties;

/// <summary>What the child and the parents have a right to around decisions: to be heard, to consent, to be told, to appeal, and to have a concern looked at.</summary>
internal static class ChildRightsDuties
{
    public static IEnumerable<Duty> Rows =>
    [
        new()
        {
            Id = "child-conversation",
            Title = "Samtale med barnet før afgørelsen",
            Kind = DutyKind.Statute,
            Rows = ["OT-01"],
            Law = LegalBasis.Throughout("serviceloven § 48", "barnets lov § 5, stk. 3 og 4"),
            Starts = Anchors.Decision,
            Due = Due.SameDay(Term.Statutory).Where("når fagsystemet fortæller, om samtalen er holdt", s => s.File.Decision!.Fact.ChildConversation is not null),
            Closes =
            [
                new(
                    "samtalen er holdt inden afgørelsen, eller undladt af en grund, loven kender",
                    s => s.File.Decision!.Fact.ChildConversation == ChildConversation.NotHeld ? null : new Closing(s.Day, "samtale holdt eller lovligt undladt", s.Anchor.Fact)),
                Closer.By<ChildConversationHeld>("samtalen er holdt siden, for sent", "samtale holdt"),
            ],
            Repeats = Recurrence.Once,
        },
        new()
        {
            Id = "purpose-consent",
            Title = "Samtykke til formålet med anbringelsen",
            Kind = DutyKind.Statute,
            Rows = ["AP-04"],
            Law = LegalBasis.Throughout("serviceloven § 53", "barnets lov § 46, stk. 2"),
            Starts = Anchors.Decision,
            Due = Due.AtOnce(Term.Statutory).Where("med samtykke, når fagsystemet fortæller, om det omfatter formålet", s => s.File.Decision!.Fact is { WithConsent: true, PurposeConsented: not null }),
            Closes = Remark.Closed("afgørelse truffet"),
            Defects = [Remark.Demanding("no-purpose-consent", "samtykke til formålet", s => s.File.Decision!.Fact.PurposeConsented == false)],
            Repeats = Recurrence.Once,
        },
        new()
        {
            Id = "emergency-notice",
            Title = "Skriftlig meddelelse om den foreløbige afgørelse",
            Kind = DutyKind.Statute,
            Rows = ["BL-29"],
            Law = new LegalBasis(null, null, "barnets lov § 143, stk. 3"),
            Starts = Anchors.Each<ProvisionalDecisionExecuted>("en foreløbig afgørelse er iværksat", "foreløbig afgørelse iværksat"),
            Due = Hours.Within<ProvisionalDecisionExecuted>(executed => executed.ExecutedAt),
            Closes = [new("parterne har fået skriftlig meddelelse", s => Closing.By(NoticeOf(s), "meddelt"))],
            Defects = [Hours.Exceeded<ProvisionalDecisionExecuted>(executed => executed.ExecutedAt, s => NoticeOf(s)?.Fact.NotifiedAt)],
            Repeats = Recurrence.EachTime,
        },
        new()
        {
            Id = "concern-assessment",
            Title = "Vurdering af en underretning",
            Kind = DutyKind.Statute,
            Rows = ["BL-14"],
            Law = LegalBasis.Throughout("serviceloven § 155, stk. 2", "barnets lov § 136, stk. 2"),
            Starts = Anchors.Each<ConcernReportReceived>("en underretning om barnet er modtaget", "underretning modtaget"),
            Due = Hours.Within<ConcernReportReceived>(received => received.ReceivedAt),
            Closes = [new("det er vurderet, om barnet er i fare", s => Closing.By(AssessmentOf(s), "vurderet"))],
            Defects = [Hours.Exceeded<ConcernReportReceived>(received => received.ReceivedAt, s => AssessmentOf(s)?.Fact.AssessedAt)],
            Repeats = Recurrence.EachTime,
        },
        new()
        {
            Id = "assessment-deadline",
            Title = "Børnefaglig undersøgelse",
            Kind = DutyKind.Statute,
            Rows = ["BL-15"],
            Law = LegalBasis.Throughout("serviceloven § 50, stk. 7", "barnets lov § 20, stk. 3"),
            Starts = new("kommunen er blevet opmærksom på barnets behov; kendes den dag ikke, når undersøgelsen er begyndt", EachAssessment),
            Due = Due.Months(4, Term.Statutory),
            Closes = [Closer.From<AssessmentCompleted>("undersøgelsen er afsluttet", "undersøgelse afsluttet", s => s.Anchor.Fact!.Day)],
            Repeats = Recurrence.EachTime,
        },
        new()
        {
            Id = "return-home-basis",
            Title = "Grundlag for hjemgivelsen",
            Kind = DutyKind.Statute,
            Rows = ["BL-09", "OT-02"],
            Law = new LegalBasis("serviceloven § 68, stk. 11", "serviceloven § 68, stk. 10", "barnets lov § 100, stk. 2 og 5"),
            Starts = Anchors.Each<ReturnHomeDecided>("hjemgivelse er besluttet, og fagsystemet fortæller, hvad der gik forud", "hjemgivelse besluttet", decision => decision.SiteStatement is not null || decision.PlanRevised is not null),
            Due = Due.AtOnce(Term.Statutory),
            Closes = Remark.Closed("hjemgivelse besluttet"),
            Defects =
            [
                Remark.Demanding("plan-not-revised", "revision af planen forud", s => s.Started<ReturnHomeDecided>()!.PlanRevised == false),
                Remark.Demanding("no-site-statement", "udtalelse fra anbringelsesstedet forud", s => s.Regime == Regime.C && s.Started<ReturnHomeDecided>()!.SiteStatement == false) with { Only = "kun barnets lov" },
            ],
            Repeats = Recurrence.EachTime,
        },
        new()
        {
            Id = "decision-explained",
            Title = "Samtale om en afgørelse",
            Kind = DutyKind.Method,
            Rows = ["OT-10"],
            Law = LegalBasis.Always("forslag fra dialogmødet 15-05-2020"),
            Starts = Anchors.Each<DecisionNotified>("en afgørelse er meddelt", "afgørelse meddelt"),
            Due = Due.Days(14, Term.Municipal),
            Closes = [Closer.Since<DecisionExplained>("afgørelsen er forklaret for forældrene", "forklaret", OfTheDecision)],
            Repeats = Recurrence.EachTime,
            OnByDefault = false,
        },
        new()
        {
            Id = "appeal-window",
            Title = "Klagefristens udløb",
            Kind = DutyKind.Practice,
            Rows = ["BL-13"],
            Law = LegalBasis.Always("retssikkerhedsloven § 67"),
            Starts = Anchors.Each<DecisionNotified>("en afgørelse, der kan påklages, er meddelt", "afgørelse meddelt", decision => decision.Appealable),
            Due = Due.On("4 uger efter; ender de på en lukkedag, den næste arbejdsdag (partens frist, ikke kommunens)", Term.Statutory, AppealEnds),
            Closes = [],
            Repeats = Recurrence.EachTime,
            IsNotice = true,
            OnByDefault = false,
        },
    ];

    private static ReadOnlySpan<Recorded<DecisionExplained>> OfTheDecision(Situation s) =>
        s.File.About<DecisionExplained>(static explained => explained.Fact.Decision, s.Started<DecisionNotified>()!.Decision);

    private static Recorded<ProvisionalDecisionNotified>? NoticeOf(Situation s) =>
        s.FirstFrom(s.Day, s.File.Span<ProvisionalDecisionNotified>(), static (s, notified) => notified.Fact.NotifiedAt >= s.Started<ProvisionalDecisionExecuted>()!.ExecutedAt);

    private static Recorded<ConcernReportAssessed>? AssessmentOf(Situation s) => s.Started<ConcernReportReceived>() is { } received
        ? s.FirstFrom(s.Day, s.File.About<ConcernReportAssessed>(static assessed => assessed.Fact.Report, received.Report), static (s, assessed) => assessed.Fact.AssessedAt >= s.Started<ConcernReportReceived>()!.ReceivedAt)
        : null;

    private static IEnumerable<Anchor> EachAssessment(CaseFile file, LocalDate today) => file.All<AssessmentStarted>().Select(started => started.Fact.AwareOn is { } aware && aware < started.Day
        ? Anchor.On(file, started, "opmærksom på behovet") with { Day = aware }
        : Anchor.On(file, started, "undersøgelse begyndt"));

    /// <summary>The party's own term does move to the next working day (law.md section 2.3); the authority's never do.</summary>
    private static DueDate AppealEnds(Situation s)
    {
        LocalDate day = DanishCalendar.OnOrAfter(s.Day.PlusWeeks(4));
        return new DueDate(day, Term.Statutory, $"{Due.From(s)} + 4 uger = {DanishDates.Short(day)}");
    }
}
