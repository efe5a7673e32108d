using Rettidig.Domain.Cases;
using Rettidig.Domain.Events.Facts;

namespace Rettidig.Domain.Rules.Duties;

/// <summary>Decisions that must follow: the committee's, on return home, on support after 18, and on complaints.</summary>
internal static class DecisionDuties
{
    private const int Majority = 18;
    private const int YouthSupportMonths = 6;
    private const int LongestReturnMonths = 6;

    public static IEnumerable<Duty> Rows =>
    [
        new()
        {
            Id = "emergency-approval",
            Title = "Udvalgets godkendelse af den foreløbige afgørelse",
            Kind = DutyKind.Statute,
            Rows = ["BL-19"],
            Law = new LegalBasis(null, null, "barnets lov § 143"),
            Anchors = Anchors.Start,
            Due = s => IsForcedEmergency(s.File) ? Due.InDays(s, 7, Term.Statutory) : null,
            Terms = [new DutyTerm(Counted.Days(7), Term.Statutory)],
            Closes = s => Closing.By(s.First<ProvisionalDecisionApproved>(_ => true), "godkendt"),
        },
        new()
        {
            Id = "emergency-final-decision",
            Title = "Endelig afgørelse efter en foreløbig",
            Kind = DutyKind.Statute,
            Rows = ["BL-20"],
            Law = new LegalBasis(null, null, "barnets lov § 143"),
            Anchors = Anchors.Each<ProvisionalDecisionApproved>(_ => "foreløbig afgørelse godkendt"),
            Due = s => IsForcedEmergency(s.File) ? Due.InMonths(s, 1, Term.Statutory) : null,
            Terms = [new DutyTerm(Counted.Months(1), Term.Statutory)],
            Closes = s => Closing.Earliest(
                Closing.By(s.First<CommitteeDecided>(decision => decision.Day >= s.Day), "afgjort i udvalget"),
                Closing.By(s.First<PlacementEnded>(_ => true), "anbringelsen ophørt")),
        },
        new()
        {
            Id = "rehearing",
            Title = "Fornyet afgørelse i udvalget",
            Kind = DutyKind.Statute,
            Rows = ["BL-18"],
            Law = new LegalBasis(null, null, "barnets lov § 50"),
            Anchors = Anchors.Each<CommitteeDecided>(_ => "afgjort i udvalget"),
            Due = Rehearing,
            Closes = s => Closing.By(s.First<CommitteeDecided>(s.IsAfterAnchor), "afgjort i udvalget"),
        },
        new()
        {
            Id = "revision-decision",
            Title = "Afgørelse om den reviderede plan",
            Kind = DutyKind.Statute,
            Rows = ["RV-08", "RV-09", "RV-10"],
            Law = new LegalBasis("serviceloven § 70, stk. 1", null, null),
            Anchors = Anchors.Each<ChildPlanRevised>(plan => $"plan revideret (version {plan.Version})"),
            Due = Due.SameDay(Term.Statutory),
            Closes = s => Closing.By(s.First<DecisionNotified>(decision => decision.Day == s.Day), "afgørelse meddelt"),
        },
        new()
        {
            Id = "return-request",
            Title = "Svar på anmodning om hjemgivelse",
            Kind = DutyKind.Statute,
            Rows = ["BL-21"],
            Law = new LegalBasis(null, null, "barnets lov § 102"),
            Anchors = Anchors.Each<ReturnHomeRequested>(_ => "hjemgivelse anmodet"),
            Due = s => s.File.Decision!.Fact.WithConsent ? Due.InDays(s, 7, Term.Statutory) : null,
            Terms = [new DutyTerm(Counted.Days(7), Term.Statutory)],
            Closes = s => Closing.Earliest(
                Closing.By(s.First<ReturnHomeDecided>(decision => decision.Day >= s.Day), "hjemgivelse besluttet"),
                Closing.By(s.First<ReturnHomeRefused>(refusal => refusal.Day >= s.Day), "afslag givet")),
        },
        new()
        {
            Id = "return-period",
            Title = "Hjemgivelsesperiodens udløb",
            Kind = DutyKind.Statute,
            Rows = ["BL-10"],
            Law = new LegalBasis(null, null, "barnets lov § 100, stk. 3"),
            Anchors = Anchors.Each<ReturnHomeDecided>(_ => "hjemgivelse besluttet"),
            Due = ReturnPeriod,
            Closes = s => Closing.By(s.First<PlacementEnded>(_ => true), "hjemgivet"),
        },
        new()
        {
            Id = "youth-support",
            Title = "Afgørelse om ungestøtte",
            Kind = DutyKind.Statute,
            Rows = ["BL-08"],
            Law = new LegalBasis(null, null, "barnets lov § 111"),
            Anchors = (file, _) => Birthdays.While(file, Majority, YouthSupportMonths) is { } day ? [day] : [],
            Due = s => Birthdays.Before(s, Due.SameDay(Term.Statutory)(s)!),
            Closes = s => Closing.By(s.First<YouthSupportDecided>(_ => true), "ungestøtte afgjort"),
            TellsBirthday = true,
        },
        new()
        {
            Id = "complaint",
            Title = "Genvurdering og videresendelse af klage",
            Kind = DutyKind.Statute,
            Rows = ["BL-12"],
            Law = LegalBasis.Always("retssikkerhedsbekendtgørelsen § 11"),
            Anchors = Anchors.Each<ComplaintReceived>(_ => "klage modtaget"),
            Due = s => IsOverCommittee(s) ? null : Due.In(s, Counted.Weeks(4), Term.Statutory),
            Terms = [new DutyTerm(Counted.Weeks(4), Term.Statutory)],
            Closes = s => Closing.By(s.First<ComplaintForwarded>(forwarded => forwarded.Fact.Decision == Decision(s) && forwarded.Day >= s.Day), "klage sendt videre"),
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
            : Due.InYears(s, s.File.All<CommitteeDecided>()[0] == decision ? 1 : 2, Term.Statutory);
    }

    private static DueDate ReturnPeriod(Situation s)
    {
        DueDate longest = Due.InMonths(s, LongestReturnMonths, Term.Statutory);
        return ((Recorded<ReturnHomeDecided>)s.Anchor.Fact!).Fact.PeriodEndsOn is { } end && end < longest.Day
            ? new DueDate(end, Term.Statutory, $"{Due.From(s)}, perioden udløber {Calendar.DanishDates.Short(end)}")
            : longest;
    }

    /// <summary>Complaints over the committee go straight to the appeals board.</summary>
    private static bool IsOverCommittee(Situation s) =>
        s.File.All<DecisionNotified>().LastOrDefault(notified => notified.Fact.Decision == Decision(s))?.Fact.DecidedBy == DecidedBy.Committee;

    private static string Decision(Situation s) => ((Recorded<ComplaintReceived>)s.Anchor.Fact!).Fact.Decision;
}
