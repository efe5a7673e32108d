using NodaTime;
using Rettidig.Domain.Cases;
using Rettidig.Domain.Events.Facts;

namespace Rettidig.Domain.Rules.Duties;

/// <summary>What no statute counts and good work does: parents told, grief met, a case handed over, meetings remembered, wellbeing asked for.</summary>
internal static class CareDuties
{
    private static readonly DutyTerm Ahead = new(Counted.Days(3), Term.Municipal, Meaning: "før mødet") { Longest = Counted.Days(31) };

    public static IEnumerable<Duty> Rows =>
    [
        new()
        {
            Id = "information-to-parents",
            Title = "Information til forældrene",
            Kind = DutyKind.Method,
            Rows = ["PH-12", "OT-08"],
            Law = LegalBasis.Always("metode: målrettet støtte til forældre"),
            Anchors = Anchors.Decision,
            Due = Due.Days(14, Term.Municipal),
            Closes = s => Closing.By(s.First<ParentsInformed>(_ => true), "forældrene informeret"),
        },
        new()
        {
            Id = "grief-support",
            Title = "Tilbud om støtte i sorgen",
            Kind = DutyKind.Method,
            Rows = ["OT-05"],
            Law = LegalBasis.Always("forslag fra dialogmødet 15-05-2020"),
            Anchors = (file, today) => Anchors.Decision(file, today).Concat(Anchors.Start(file, today)),
            Due = Due.Days(14, Term.Municipal),
            Closes = s => Closing.By(s.First<GriefSupportOffered>(offer => offer.Day >= s.Day), "støtte tilbudt"),
        },
        new()
        {
            Id = "caseworker-handover",
            Title = "Overdragelse ved sagsbehandlerskift",
            Kind = DutyKind.Practice,
            Rows = ["CW-01", "AP-17"],
            Law = LegalBasis.Always("god praksis ved sagsbehandlerskift"),
            Anchors = EachCaseworkerChange,
            Due = Due.Days(14, Term.Municipal),
            Closes = s => Closing.By(s.First<CaseworkerHandoverAccepted>(accepted => IsOfThisChange(s, accepted)), "sagen overtaget"),
        },
        new()
        {
            Id = "meeting-reminder",
            Title = "Møde med forældrene",
            Kind = DutyKind.Method,
            Rows = ["PH-11"],
            Law = LegalBasis.Always("metode: målrettet støtte til forældre"),
            Anchors = EachMeetingWithParents,
            Due = DaysBefore,
            Terms = [Ahead],
            Closes = _ => null,
            IsNotice = true,
        },
        new()
        {
            Id = "wellbeing-survey",
            Title = "Trivselsundersøgelse",
            Kind = DutyKind.Method,
            Rows = ["OT-09"],
            Law = LegalBasis.Always("forslag fra dialogmødet 15-05-2020"),
            Anchors = EachSurvey,
            Due = Due.Months(12, Term.Municipal),
            Closes = s => Closing.By(s.First<WellbeingSurveyed>(survey => (int)survey.Fact.Who == s.Anchor.Number && s.IsAfterAnchor(survey)), "trivsel undersøgt"),
        },
    ];

    private static IEnumerable<Anchor> EachCaseworkerChange(CaseFile file, LocalDate today)
    {
        IReadOnlyList<Recorded<CaseworkerChanged>> changes = file.All<CaseworkerChanged>();
        return changes.Select((change, i) => Anchor.On(file, change, "ny sagsbehandler") with { StopsOn = i + 1 < changes.Count ? changes[i + 1].Day : null });
    }

    /// <summary>Someone who had the case before has accepted it before; that does not count again.</summary>
    private static bool IsOfThisChange(Situation s, Recorded<CaseworkerHandoverAccepted> accepted)
    {
        var change = (Recorded<CaseworkerChanged>)s.Anchor.Fact!;
        LocalDate? previous = s.File.All<CaseworkerChanged>().LastOrDefault(earlier => change.IsAfter(earlier))?.Day;
        return accepted.Fact.Caseworker == change.Fact.Caseworker && (previous is null || accepted.Day >= previous);
    }

    /// <summary>
    /// A meeting counts from the day it was booked; booked again, only the last booking counts; cancelled, none. Once it has
    /// been there is nothing to be reminded of.
    /// </summary>
    private static IEnumerable<Anchor> EachMeetingWithParents(CaseFile file, LocalDate today) =>
        file.All<MeetingBooked>()
            .GroupBy(booking => booking.Fact.Meeting)
            .Select(bookings => bookings.MaxBy(booking => booking.Time)!)
            .Where(booking => booking.Fact.WithParents)
            .Select(booking => Anchor.On(file, booking, "møde booket") with
            {
                Day = Calendar.CopenhagenTime.DateOf(booking.Time),
                StopsOn = Cancelled(file, booking) is { } cancelled && cancelled.Day < booking.Day ? cancelled.Day : booking.Day,
            });

    private static Recorded<MeetingCancelled>? Cancelled(CaseFile file, Recorded<MeetingBooked> booking) =>
        file.All<MeetingCancelled>().FirstOrDefault(cancelled => cancelled.Fact.Meeting == booking.Fact.Meeting && cancelled.Time >= booking.Time);

    private static DueDate DaysBefore(Situation s)
    {
        LocalDate meeting = s.Anchor.Fact!.Day;
        Counted ahead = s.Choices.Of(null) ?? Ahead.Default;
        LocalDate due = LocalDate.Max(ahead.Before(meeting), s.Day);
        return new DueDate(due, Term.Municipal, $"møde {Calendar.DanishDates.Short(meeting)}, {ahead} før = {Calendar.DanishDates.Short(due)}");
    }

    /// <summary>The start, and each survey, for child and parents apart.</summary>
    private static IEnumerable<Anchor> EachSurvey(CaseFile file, LocalDate today) =>
        Anchors.Start(file, today)
            .SelectMany(start => new[] { SurveyedPerson.Child, SurveyedPerson.Parents }.Select(who => start with { Number = (int)who, Label = $"iværksat ({Danish(who)})" }))
            .Concat(file.All<WellbeingSurveyed>().Select(survey => Anchor.On(file, survey, $"trivsel undersøgt ({Danish(survey.Fact.Who)})") with { Number = (int)survey.Fact.Who }));

    private static string Danish(SurveyedPerson who) => who == SurveyedPerson.Child ? "barnet" : "forældrene";
}
