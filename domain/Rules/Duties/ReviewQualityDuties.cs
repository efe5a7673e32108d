using NodaTime;
using Rettidig.Domain.Calendar;
using Rettidig.Domain.Cases;
using Rettidig.Domain.Events.Facts;

namespace Rettidig.Domain.Rules.Duties;

/// <summary>How reviews and meetings are prepared.</summary>
internal static class ReviewQualityDuties
{
    private const int InvitedFromAge = 15;

    public static IEnumerable<Duty> Rows =>
    [
        new()
        {
            Id = "review-preparation",
            Title = "Udtalelser til opfølgningen",
            Kind = DutyKind.Practice,
            Rows = ["RV-11"],
            Law = LegalBasis.Throughout("god praksis efter serviceloven § 70", "god praksis efter barnets lov § 95"),
            Starts = Anchors.Start.Or(Anchors.Reviews),
            Due = BeforeNextReview,
            Closes =
            [
                Closer.After<StatusStatementReceived>("en udtalelse fra stedet, skolen eller andre er modtaget", "udtalelse modtaget"),
                Closer.After<ReviewHeld>("opfølgningen er holdt", "opfølgning afholdt", (s, review) => review.Day >= s.File.StartedOn),
            ],
            Repeats = Recurrence.Again,
            OnByDefault = false,
        },
        new()
        {
            Id = "meeting-invitation",
            Title = "Indkaldelsen til et møde",
            Kind = DutyKind.Practice,
            Rows = ["PP-14", "RV-12", "RV-13"],
            Law = LegalBasis.Throughout("god praksis efter serviceloven § 70", "god praksis efter barnets lov § 95"),
            Starts = new("et møde er booket, og fagsystemet fortæller, hvordan der er indkaldt", EachInvitation),
            Due = Due.AtOnce(Term.Municipal),
            Closes = Remark.Closed("indkaldt"),
            Defects =
            [
                Remark.Wanting("participants-not-agreed", "forældrenes ord om, hvem der deltager", s => s.Started<MeetingBooked>()!.ParticipantsAgreed == false),
                Remark.Wanting("plan-not-attached", "planen i indkaldelsen", s => s.Started<MeetingBooked>()!.PlanAttached == false),
                Remark.Wanting("young-person-not-invited", "indkaldelse af den unge, eller en grund", s => s.Started<MeetingBooked>()!.YoungPersonInvited == false && HasTurned(s, InvitedFromAge)),
            ],
            Repeats = Recurrence.EachTime,
        },
    ];

    private static readonly DutyTerm Ahead = new(Counted.Weeks(6), Term.Municipal, Meaning: "før opfølgningens frist");

    private static Deadline BeforeNextReview => Due.On($"{Ahead.Default} før opfølgningens frist, dog ikke før den forrige", Term.Municipal, s =>
    {
        DueDate review = (s.Anchor.Fact is Recorded<ReviewHeld> ? ReviewDuties.SixMonthsOrRhythm : ReviewDuties.ThreeMonthsOrAssessment).Of(s with { Choices = Settings.TermChoices.None })!;
        Counted ahead = s.Choices.Of(null) ?? Ahead.Default;
        LocalDate day = LocalDate.Max(ahead.Before(review.Day), s.Day);
        return new DueDate(day, Term.Municipal, $"opfølgning senest {DanishDates.Short(review.Day)}, {ahead} før = {DanishDates.Short(day)}") { KnownAt = review.KnownAt };
    }) with { Terms = [Ahead] };

    private static bool HasTurned(Situation s, int age) => s.Anchor.Fact!.Day >= s.File.Decision!.Fact.BirthDate.PlusYears(age);

    /// <summary>The last booking of each meeting that stands; it counts from the day it was booked.</summary>
    private static IEnumerable<Anchor> EachInvitation(CaseFile file, LocalDate today) =>
        Meetings.Standing(file)
            .Where(booking => booking.Fact.ParticipantsAgreed is not null || booking.Fact.PlanAttached is not null || booking.Fact.YoungPersonInvited is not null)
            .Select(booking => Anchor.On(file, booking, "indkaldt") with { Day = CopenhagenTime.DateOf(booking.Time), StopsOn = Meetings.CancelledOn(file, booking) });
}
