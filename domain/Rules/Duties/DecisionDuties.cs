using Rettidig.Domain.Cases;
using Rettidig.Domain.Events.Facts;

namespace Rettidig.Domain.Rules.Duties;

/// <summary>Decisions that must follow: the committee's, on return home, on support after 18, and on complaints.</summary>
internal static class DecisionDuties
{
    private const int Majority = 18;
    private const int YouthSupportMonths = 6;
    private const string ForcedEmergency = "akut og uden samtykke";

    public static IEnumerable<Duty> Rows =>
    [
        new()
        {
            Id = "emergency-approval",
            Title = "Udvalgets godkendelse af den foreløbige afgørelse",
            Kind = DutyKind.Statute,
            Rows = ["BL-16", "BL-19"],
            Law = new LegalBasis(null, null, "barnets lov § 143, stk. 4"),
            Starts = Anchors.Start,
            Due = Due.Days(7, Term.Statutory).Where(ForcedEmergency, s => IsForcedEmergency(s.File)),
            Closes = [Closer.By<ProvisionalDecisionApproved>("børne- og ungeudvalget har godkendt den foreløbige afgørelse", "godkendt")],
            Repeats = Recurrence.Once,
        },
        new()
        {
            Id = "emergency-final-decision",
            Title = "Endelig afgørelse efter en foreløbig",
            Kind = DutyKind.Statute,
            Rows = ["BL-16", "BL-20"],
            Law = new LegalBasis(null, null, "barnets lov § 143, stk. 5"),
            Starts = Anchors.Each<ProvisionalDecisionApproved>("udvalget har godkendt en foreløbig afgørelse", "foreløbig afgørelse godkendt"),
            Due = Due.Months(1, Term.Statutory).Where(ForcedEmergency, s => IsForcedEmergency(s.File)),
            Closes =
            [
                Closer.Since<CommitteeDecided>("udvalget har truffet afgørelse", "afgjort i udvalget"),
                Closer.By<PlacementEnded>("anbringelsen er ophørt", "anbringelsen ophørt"),
            ],
            Repeats = Recurrence.EachTime,
        },
        new()
        {
            Id = "rehearing",
            Title = "Fornyet afgørelse i udvalget",
            Kind = DutyKind.Statute,
            Rows = ["BL-18"],
            Law = new LegalBasis(null, null, "barnets lov § 50"),
            Starts = Anchors.Each<CommitteeDecided>("børne- og ungeudvalget har truffet afgørelse", "afgjort i udvalget"),
            Due = Due.On("den dag, afgørelsen selv fastsætter; ellers 1 år efter den første og 2 år efter en senere, hvor barnet var anbragt i året før", Term.Statutory, Rehearing),
            Closes = [Closer.After<CommitteeDecided>("udvalget har truffet fornyet afgørelse", "afgjort i udvalget")],
            Repeats = Recurrence.Again,
        },
        new()
        {
            Id = "revision-decision",
            Title = "Afgørelse om den reviderede plan",
            Kind = DutyKind.Statute,
            Rows = ["RV-08", "RV-09", "RV-10"],
            Law = new LegalBasis("serviceloven § 70, stk. 1", null, null),
            Starts = Anchors.Each<ChildPlanRevised>("planen er revideret", plan => $"plan revideret (version {plan.Version})"),
            Due = Due.SameDay(Term.Statutory),
            Closes = [new("en afgørelse er meddelt samme dag", s => s.File.Span<DecisionNotified>().OnOrAfter(s.Day) is { } decision && decision.Day == s.Day ? Closing.By(decision, "afgørelse meddelt") : null)],
            Repeats = Recurrence.EachTime,
        },
        new()
        {
            Id = "return-request",
            Title = "Svar på anmodning om hjemgivelse",
            Kind = DutyKind.Statute,
            Rows = ["BL-21"],
            Law = new LegalBasis(null, null, "barnets lov § 102"),
            Starts = Anchors.Each<ReturnHomeRequested>("forældremyndighedsindehaveren eller den unge har anmodet om hjemgivelse", "hjemgivelse anmodet"),
            Due = Due.Days(7, Term.Statutory).Where("anbragt med samtykke", s => s.File.Decision!.Fact.WithConsent),
            Closes =
            [
                Closer.Since<ReturnHomeDecided>("hjemgivelse er besluttet", "hjemgivelse besluttet"),
                Closer.Since<ReturnHomeRefused>("anmodningen er afslået", "afslag givet"),
            ],
            Repeats = Recurrence.EachTime,
        },
        new()
        {
            Id = "return-period",
            Title = "Hjemgivelsesperiodens udløb",
            Kind = DutyKind.Statute,
            Rows = ["BL-10"],
            Law = new LegalBasis(null, null, "barnets lov § 100, stk. 3"),
            Starts = Anchors.Each<ReturnHomeDecided>("hjemgivelse er besluttet", "hjemgivelse besluttet"),
            Due = ReturnPeriod,
            Closes = [Closer.By<PlacementEnded>("anbringelsen er ophørt", "hjemgivet")],
            Repeats = Recurrence.EachTime,
        },
        new()
        {
            Id = "youth-support",
            Title = "Afgørelse om ungestøtte",
            Kind = DutyKind.Statute,
            Rows = ["BL-08", "OT-04"],
            Law = new LegalBasis(null, null, "barnets lov § 111"),
            Starts = new("der er 6 måneder til, at den anbragte unge fylder 18 år", (file, _) => Birthdays.While(file, Majority, YouthSupportMonths) is { } day ? [day] : []),
            Due = Due.SameDay(Term.Statutory).Then(Birthdays.Before),
            Closes = [Closer.By<YouthSupportDecided>("der er truffet afgørelse om ungestøtte", "ungestøtte afgjort")],
            Repeats = Recurrence.Once,
            LadderNote = Birthdays.LadderNote,
            TellsBirthday = true,
        },
        new()
        {
            Id = "complaint",
            Title = "Genvurdering og videresendelse af klage",
            Kind = DutyKind.Statute,
            Rows = ["BL-12"],
            Law = LegalBasis.Always("retssikkerhedsbekendtgørelsen § 11"),
            Starts = Anchors.Each<ComplaintReceived>("en klage er modtaget", "klage modtaget"),
            Due = Due.Weeks(4, Term.Statutory).Where("ikke over udvalgets afgørelser, som Ankestyrelsen får straks", s => !IsOverCommittee(s)),
            Closes = [Closer.Since<ComplaintForwarded>("sagen er genvurderet og klagen sendt videre", "klage sendt videre", s => s.File.About<ComplaintForwarded>(static forwarded => forwarded.Fact.Decision, Decision(s)))],
            Repeats = Recurrence.EachTime,
            OutlivesPlacement = true,
        },
    ];

    private static bool IsForcedEmergency(CaseFile file) => file.Decision!.Fact is { Emergency: true, WithConsent: false };

    /// <summary>One year after the first decision, two after a later one; the decision may set its own date.</summary>
    private static DueDate Rehearing(Situation s)
    {
        var decision = (Recorded<CommitteeDecided>)s.Anchor.Fact!;
        return decision.Fact.RehearingOn is { } own
            ? new DueDate(own, Term.Statutory, $"{Due.From(s)}, genbehandles senest {Calendar.DanishDates.Short(own)}")
            : Due.In(s, Counted.Years(s.File.All<CommitteeDecided>()[0] == decision ? 1 : 2), Term.Statutory);
    }

    private static Deadline ReturnPeriod => Due.Months(6, Term.Statutory).Then((s, longest) => s.Started<ReturnHomeDecided>()!.PeriodEndsOn is { } end && end < longest.Day
        ? new DueDate(end, Term.Statutory, $"{Due.From(s)}, perioden udløber {Calendar.DanishDates.Short(end)}")
        : longest) with { Text = "når den fastsatte periode udløber, højst 6 måneder efter", Terms = [] };

    /// <summary>Complaints over the committee go straight to the appeals board.</summary>
    private static bool IsOverCommittee(Situation s) =>
        s.File.About<DecisionNotified>(static notified => notified.Fact.Decision, Decision(s)) is [.., { Fact.DecidedBy: DecidedBy.Committee }];

    private static string Decision(Situation s) => s.Started<ComplaintReceived>()!.Decision;
}
