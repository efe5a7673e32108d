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
            Starts = Anchors.Decision,
            Due = Due.Days(14, Term.Municipal),
            Closes = [Closer.By<ParentsInformed>("forældrene har fået at vide, hvor, hvornår og hvor længe", "forældrene informeret")],
            Repeats = Recurrence.Once,
        },
        new()
        {
            Id = "grief-support",
            Title = "Tilbud om støtte i sorgen",
            Kind = DutyKind.Method,
            Rows = ["OT-05"],
            Law = LegalBasis.Always("forslag fra dialogmødet 15-05-2020"),
            Starts = new("der er truffet afgørelse om anbringelse, og igen når anbringelsen er iværksat", EachGrief),
            Due = Due.Days(14, Term.Municipal),
            Closes = [Closer.Since<GriefSupportOffered>("støtte i sorgen er tilbudt", "støtte tilbudt")],
            Repeats = Recurrence.EachTime,
        },
        new()
        {
            Id = "caseworker-handover",
            Title = "Overdragelse ved sagsbehandlerskift",
            Kind = DutyKind.Practice,
            Rows = ["CW-01", "AP-17"],
            Law = LegalBasis.Always("god praksis ved sagsbehandlerskift"),
            Starts = new("sagen har fået en ny sagsbehandler", EachCaseworkerChange) { Stops = "sagen skifter sagsbehandler igen" },
            Due = Due.Days(14, Term.Municipal),
            Closes = [Closer.From<CaseworkerHandoverAccepted>("den nye sagsbehandler har overtaget sagen", "sagen overtaget", ChangeBefore, IsTheNewOne)],
            Repeats = Recurrence.EachTime,
            LadderNote = "indtil da går sagsbehandlerens øvrige påmindelser også til teamlederen",
        },
        new()
        {
            Id = "meeting-reminder",
            Title = "Møde med forældrene",
            Kind = DutyKind.Method,
            Rows = ["PH-11"],
            Law = LegalBasis.Always("metode: målrettet støtte til forældre"),
            Starts = new("et møde med forældrene er booket", EachMeetingWithParents) { Stops = "mødet aflyses eller er holdt" },
            Due = Due.On("3 dage før mødet", Term.Municipal, DaysBefore) with { Terms = [Ahead] },
            Closes = [],
            Repeats = Recurrence.EachTime,
            IsNotice = true,
        },
        new()
        {
            Id = "wellbeing-survey",
            Title = "Undersøgelse af barnets og af forældrenes trivsel",
            Kind = DutyKind.Method,
            Rows = ["OT-09"],
            Law = LegalBasis.Always("forslag fra dialogmødet 15-05-2020"),
            Starts = new("anbringelsen er iværksat, og når trivslen er undersøgt; barnet og forældrene hver for sig", EachSurvey),
            Due = Due.Months(12, Term.Municipal),
            Closes = [Closer.After<WellbeingSurveyed>("trivslen er undersøgt", "trivsel undersøgt", (s, survey) => (int)survey.Fact.Who == s.Anchor.Number)],
            Repeats = Recurrence.Again,
        },
    ];

    private static IEnumerable<Anchor> EachGrief(CaseFile file, LocalDate today) =>
        Anchors.Decision.In(file, today).Select(anchor => anchor with { Title = "Støtte i sorgen efter afgørelsen" })
            .Concat(Anchors.Start.In(file, today).Select(anchor => anchor with { Title = "Støtte i sorgen efter anbringelsens start" }));

    private static IEnumerable<Anchor> EachCaseworkerChange(CaseFile file, LocalDate today)
    {
        IReadOnlyList<Recorded<CaseworkerChanged>> changes = file.All<CaseworkerChanged>();
        return changes.Select((change, i) => Anchor.On(file, change, "ny sagsbehandler") with { StopsOn = i + 1 < changes.Count ? changes[i + 1].Day : null });
    }

    /// <summary>Someone who had the case before has accepted it before; that does not count again.</summary>
    private static LocalDate ChangeBefore(Situation s)
    {
        ReadOnlySpan<Recorded<CaseworkerChanged>> changes = s.File.Span<CaseworkerChanged>();
        int i = CaseOrder.At(changes, (Recorded<CaseworkerChanged>)s.Anchor.Fact!);
        return i == 0 ? LocalDate.MinIsoValue : changes[i - 1].Day;
    }

    private static bool IsTheNewOne(Situation s, Recorded<CaseworkerHandoverAccepted> accepted) =>
        accepted.Fact.Caseworker == s.Started<CaseworkerChanged>()!.Caseworker;

    /// <summary>A meeting counts from the day it was booked; cancelled, it does not. Once it has been there is nothing to be reminded of.</summary>
    private static IEnumerable<Anchor> EachMeetingWithParents(CaseFile file, LocalDate today) =>
        Meetings.Standing(file)
            .Where(booking => booking.Fact.WithParents)
            .Select(booking => Anchor.On(file, booking, "møde booket") with
            {
                Day = Calendar.CopenhagenTime.DateOf(booking.Time),
                StopsOn = Meetings.CancelledOn(file, booking) is { } cancelled && cancelled < booking.Day ? cancelled : booking.Day,
            });

    private static DueDate DaysBefore(Situation s)
    {
        LocalDate meeting = s.Anchor.Fact!.Day;
        Counted ahead = s.Choices.Of(null) ?? Ahead.Default;
        LocalDate due = LocalDate.Max(ahead.Before(meeting), s.Day);
        return new DueDate(due, Term.Municipal, $"møde {Calendar.DanishDates.Short(meeting)}, {ahead} før = {Calendar.DanishDates.Short(due)}");
    }

    /// <summary>The start, and each survey, for child and parents apart.</summary>
    private static IEnumerable<Anchor> EachSurvey(CaseFile file, LocalDate today) =>
        Anchors.Start.In(file, today)
            .SelectMany(start => new[] { SurveyedPerson.Child, SurveyedPerson.Parents }.Select(who => Survey(start, "iværksat", who)))
            .Concat(file.All<WellbeingSurveyed>().Select(survey => Survey(Anchor.On(file, survey, ""), "trivsel undersøgt", survey.Fact.Who)));

    private static Anchor Survey(Anchor anchor, string label, SurveyedPerson who) => anchor with
    {
        Number = (int)who,
        Label = $"{label} ({Danish(who)})",
        Title = who == SurveyedPerson.Child ? "Undersøgelse af barnets trivsel" : "Undersøgelse af forældrenes trivsel",
    };

    private static string Danish(SurveyedPerson who) => who == SurveyedPerson.Child ? "barnet" : "forældrene";
}
