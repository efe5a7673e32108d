using NodaTime;
using Rettidig.Domain.Calendar;
using Rettidig.Domain.Cases;
using Rettidig.Domain.Events.Facts;

namespace Rettidig.Domain.Rules.Duties;

/// <summary>Those who work together around the child and the parents: teams, meetings across departments, contact, a move to another municipality.</summary>
internal static class CooperationDuties
{
    private static readonly LegalBasis Method = LegalBasis.Always("metode: målrettet støtte til forældre");

    public static IEnumerable<Duty> Rows =>
    [
        new()
        {
            Id = "placement-team",
            Title = "Hold og roller før anbringelsen",
            Kind = DutyKind.Method,
            Rows = ["PH-09"],
            Law = Method,
            Starts = Anchors.Start,
            Due = Due.SameDay(Term.Municipal).Where("ikke ved akut anbringelse", s => !s.File.Decision!.Fact.Emergency),
            Closes = [Closer.By<PlacementTeamAgreed>("hold og roller er aftalt", "hold aftalt")],
            Repeats = Recurrence.Once,
            OnByDefault = false,
        },
        new()
        {
            Id = "caseworker-change-considered",
            Title = "Overvejelse af ny rådgiver til det anbragte barn",
            Kind = DutyKind.Method,
            Rows = ["PH-10"],
            Law = Method,
            Starts = Anchors.Start,
            Due = Due.Months(1, Term.Municipal),
            Closes = [Closer.By<CaseworkerChangeConsidered>("det er overvejet", "overvejet"), Closer.Since<CaseworkerChanged>("sagen har fået en ny sagsbehandler", "ny sagsbehandler")],
            Repeats = Recurrence.Once,
            Responsible = Agendas.Role.TeamLeader,
            OnByDefault = false,
        },
        new()
        {
            Id = "network-meeting",
            Title = "Næste møde på tværs",
            Kind = DutyKind.Method,
            Rows = ["PS-10", "PP-19", "PH-13", "PH-20"],
            Law = Method,
            Starts = new("et møde på tværs af afdelinger er holdt", EachNetworkMeeting) { Stops = "den målrettede støtte er afsluttet" },
            Due = AgreedDayOr("den aftalte dag, ellers 1 måned efter", fact => (fact as Recorded<NetworkMeetingHeld>)?.Fact.NextOn),
            Closes = [Closer.After<NetworkMeetingHeld>("det næste møde er holdt", "møde holdt")],
            Defects = [Remark.Wanting("no-next-date", "dato for næste møde", s => s.Started<NetworkMeetingHeld>()!.NextOn is null)],
            Repeats = Recurrence.Again,
        },
        new()
        {
            Id = "contact-plan",
            Title = "Samværsplan",
            Kind = DutyKind.Method,
            Rows = ["PH-15"],
            Law = Method,
            Starts = Anchors.Start,
            Due = Due.Months(1, Term.Municipal),
            Closes = [Closer.By<ContactPlanAdopted>("samværsplanen er vedtaget", "samværsplan vedtaget")],
            Repeats = Recurrence.Once,
            OnByDefault = false,
        },
        new()
        {
            Id = "contact-plan-review",
            Title = "Gennemgang af samværsplanen",
            Kind = DutyKind.Method,
            Rows = ["PP-18", "OT-07"],
            Law = Method,
            Starts = Anchors.Each<ContactPlanAdopted>("en samværsplan er vedtaget med en dag for gennemgang", "samværsplan vedtaget", plan => plan.ReviewOn is not null)
                .Or(Anchors.Each<ContactPlanReviewed>("den er gennemgået og en ny dag aftalt", "samværsplan gennemgået", review => review.NextOn is not null)),
            Due = AgreedDayOr("den aftalte dag", fact => (fact as Recorded<ContactPlanAdopted>)?.Fact.ReviewOn ?? (fact as Recorded<ContactPlanReviewed>)?.Fact.NextOn),
            Closes =
            [
                Closer.After<ContactPlanReviewed>("planen er gennemgået", "samværsplan gennemgået"),
                Closer.After<ContactPlanAdopted>("en ny samværsplan er vedtaget", "samværsplan vedtaget"),
            ],
            Repeats = Recurrence.Again,
        },
        new()
        {
            Id = "contact-feedback",
            Title = "Samtale efter samvær",
            Kind = DutyKind.Method,
            Rows = ["PH-18"],
            Law = Method,
            Starts = Anchors.Each<ContactHeld>("der har været samvær", "samvær"),
            Due = Due.Days(7, Term.Municipal),
            Closes = [Closer.Since<ContactFeedbackNoted>("samværet er talt igennem", "talt igennem", s => s.File.About<ContactFeedbackNoted>(static noted => noted.Fact.Contact, s.Started<ContactHeld>()!.Contact))],
            Repeats = Recurrence.EachTime,
        },
        new()
        {
            Id = "case-transfer",
            Title = "Overdragelse af sagen til en ny kommune",
            Kind = DutyKind.Practice,
            Rows = ["CW-02"],
            Law = LegalBasis.Always("god praksis ved flytning til en ny kommune"),
            Starts = Anchors.Announced<MunicipalityMoveAnnounced>("en flytning til en anden kommune er meldt", "flytning meldt"),
            Due = Due.On("dagen for flytningen", Term.Municipal, Anchors.AnnouncedDay("flytning", Term.Municipal)),
            Closes = [Closer.Since<CaseFileTransferred>("sagen er overdraget med frister og datoer", "sag overdraget")],
            Repeats = Recurrence.EachTime,
        },
    ];

    /// <summary>The day the fact names, or the municipality's length after it.</summary>
    private static Deadline AgreedDayOr(string text, Func<IRecorded, LocalDate?> agreed) => Due.Months(1, Term.Municipal).Then((s, due) => agreed(s.Anchor.Fact!) is { } day
        ? new DueDate(LocalDate.Max(day, s.Day), Term.Municipal, $"{Due.From(s)}, aftalt til {DanishDates.Short(day)}")
        : due) with { Text = text };

    private static IEnumerable<Anchor> EachNetworkMeeting(CaseFile file, LocalDate today) =>
        file.All<NetworkMeetingHeld>().Select(meeting => Anchor.On(file, meeting, "møde på tværs") with
        {
            StopsOn = file.Span<TargetedSupportEnded>().OnOrAfter(meeting.Day)?.Day,
        });
}
