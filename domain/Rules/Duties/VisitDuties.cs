using NodaTime;
using Rettidig.Domain.Cases;
using Rettidig.Domain.Events.Facts;

namespace Rettidig.Domain.Rules.Duties;

/// <summary>How the child is talked with at a supervision visit. The law says "as far as possible" and "as a rule", so nothing here is ever a breach.</summary>
internal static class VisitDuties
{
    public static IEnumerable<Duty> Rows =>
    [
        new()
        {
            Id = "visit-alone",
            Title = "Samtale uden stedets ansatte",
            Kind = DutyKind.Statute,
            Rows = ["TV-02"],
            Law = LegalBasis.Throughout("serviceloven § 70, stk. 2", "barnets lov § 156, stk. 5"),
            Starts = new("et tilsynsbesøg er aflagt, og fagsystemet fortæller, om samtalen foregik uden stedets ansatte", EachVisit(visit => visit.Alone is not null)),
            Due = Due.AtOnce(Term.Municipal),
            Closes = Remark.Closed("tilsynsbesøg aflagt"),
            Defects = [Remark.Wanting("not-alone", "samtale uden stedets ansatte (så vidt muligt)", s => s.Started<VisitHeld>()!.Alone == false)],
            Repeats = Recurrence.EachTime,
        },
        new()
        {
            Id = "visit-two-advisers",
            Title = "To rådgivere ved samtalen",
            Kind = DutyKind.Statute,
            Rows = ["BL-26"],
            Law = new LegalBasis(null, null, "barnets lov § 156, stk. 6"),
            Starts = new("et tilsynsbesøg er aflagt, og fagsystemet fortæller, hvor mange rådgivere der var med", EachVisit(visit => visit.Advisers is not null)),
            Due = Due.AtOnce(Term.Municipal),
            Closes = Remark.Closed("tilsynsbesøg aflagt"),
            Defects = [Remark.Wanting("one-adviser", "en rådgiver mere (som udgangspunkt to)", s => s.Started<VisitHeld>()!.Advisers < 2)],
            Repeats = Recurrence.EachTime,
        },
    ];

    private static Func<CaseFile, LocalDate, IEnumerable<Anchor>> EachVisit(Func<VisitHeld, bool> counts) =>
        (file, _) => file.QualifyingVisits.Where(visit => counts(visit.Fact)).Select(visit => Anchor.On(file, visit, "besøg"));
}
