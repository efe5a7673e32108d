using NodaTime;
using Rettidig.Domain.Cases;
using Rettidig.Domain.Events.Facts;

namespace Rettidig.Domain.Rules.Duties;

/// <summary>
/// Two visits a year where the child is spoken with. Neither law nor study says whether the year is a calendar year or
/// any twelve months, so both are kept (T-12); only the calendar year is counted by law and can be breached.
/// </summary>
internal static class SupervisionDuties
{
    private const int VisitsAYear = 2;

    private static readonly DutyTerm Rolling = new(Counted.Months(12), Term.Municipal, Meaning: "fra besøget før det seneste");
    private static readonly DutyTerm Halfway =
        new(Counted.Months(6), Term.Municipal, "reminders", "den dag, påmindelserne tæller frem til, fra det seneste besøg");

    public static IEnumerable<Duty> Rows =>
    [
        new()
        {
            Id = "supervision-visit",
            Title = "Tilsynsbesøg",
            Kind = DutyKind.Statute,
            Rows = ["TV-01", "TV-04", "TV-05", "TV-06", "BL-06"],
            Law = LegalBasis.Throughout("serviceloven § 148, jf. § 70, stk. 2", "barnets lov § 156, stk. 5"),
            Starts = new("anbringelsen er iværksat, og fra hvert besøg til det næstnæste", VisitBeforeLast),
            Due = Due.After(Rolling).Then(RemindedFromLastVisit) with
            {
                Text = "12 måneder efter det næstsidste besøg; loven siger ikke, hvordan året tælles, så det tælles både løbende og som kalenderår",
                Terms = [Rolling, Halfway],
            },
            Closes = [new("myndighedens sagsbehandler har været på stedet og talt med barnet; andet er ikke et tilsynsbesøg", s => Closing.By(Visit(s.File, s.Anchor.Number), "tilsynsbesøg aflagt"))],
            Repeats = Recurrence.Again,
            Ladder = LadderScope.LowestOpen,
            LadderNote = "kun for det første manglende besøg; påmindelserne tæller til 6 måneder efter seneste besøg, hvis det er før",
        },
        new()
        {
            Id = "supervision-year",
            Title = "To tilsynsbesøg i kalenderåret",
            Kind = DutyKind.Statute,
            Rows = ["TV-01", "TV-06"],
            Law = LegalBasis.Throughout("serviceloven § 148, jf. § 70, stk. 2", "barnets lov § 156, stk. 5"),
            Starts = new("et kalenderår begynder med barnet anbragt", WholeYears),
            Due = Due.On("31. december", Term.Statutory, s => new DueDate(new LocalDate(s.Day.Year, 12, 31), Term.Statutory, $"to besøg i {s.Day.Year}, senest 31-12-{s.Day.Year}")),
            Closes =
            [
                new(
                    "årets andet tilsynsbesøg er aflagt",
                    s => Closing.By(SecondVisitOf(s.File, s.Day.Year), "andet tilsynsbesøg aflagt")),
            ],
            Repeats = Recurrence.Yearly,
        },
    ];

    /// <summary>Occurrence n counts from visit n − 2; the start stands for the visits before the first.</summary>
    private static IEnumerable<Anchor> VisitBeforeLast(CaseFile file, LocalDate today)
    {
        if (file.Start is not { } start)
        {
            return [];
        }

        return Enumerable.Range(1, file.QualifyingVisits.Count + VisitsAYear)
            .Select(n => Visit(file, n - VisitsAYear) is { } visit ? Anchor.On(file, visit, "besøg", number: n) : Anchor.On(file, start, "iværksat", number: n));
    }

    private static DueDate RemindedFromLastVisit(Situation s, DueDate due)
    {
        LocalDate halfway = (s.Choices.Of(Halfway.Variant) ?? Halfway.Default).From(Visit(s.File, s.Anchor.Number - 1)?.Day ?? s.File.StartedOn!.Value);
        return due with { RemindersCountTo = LocalDate.Min(halfway, due.Day), KnownAt = Visit(s.File, s.Anchor.Number - 1)?.ReceivedAt };
    }

    /// <summary>Visit number n, counted from 1; null before the first and after the last.</summary>
    private static Recorded<VisitHeld>? Visit(CaseFile file, int n) => file.QualifyingVisits.ElementAtOrDefault(n - 1);

    private static Recorded<VisitHeld>? SecondVisitOf(CaseFile file, int year) =>
        file.VisitOnOrAfter(new LocalDate(year, 1, 1), VisitsAYear - 1) is { } visit && visit.Day.Year == year ? visit : null;

    /// <summary>Every calendar year that began with the child in placement.</summary>
    private static IEnumerable<Anchor> WholeYears(CaseFile file, LocalDate today)
    {
        if (file.Start is not { } start)
        {
            yield break;
        }

        Anchor known = Anchor.On(file, start, "kalenderåret fra");
        int first = start.Day is { Month: 1, Day: 1 } ? start.Day.Year : start.Day.Year + 1;
        LocalDate last = file.EndedOn is { } end && end < today ? end : today;
        for (int year = first; new LocalDate(year, 1, 1) <= last; year++)
        {
            yield return known with { Day = new LocalDate(year, 1, 1), Fact = null };
        }
    }
}
