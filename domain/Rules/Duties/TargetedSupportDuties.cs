using NodaTime;
using Rettidig.Domain.Cases;
using Rettidig.Domain.Events.Facts;

namespace Rettidig.Domain.Rules.Duties;

/// <summary>Targeted support to parents (målrettet støtte): a method with three phases, not law (T-09).</summary>
internal static class TargetedSupportDuties
{
    private const int LongestPhaseWeeks = 16;

    private static readonly LegalBasis Method = LegalBasis.Always("metode: målrettet støtte til forældre");

    private static readonly Defect TooShort = new("phase-too-short", "fasens mindste længde", Statutory: false);

    public static IEnumerable<Duty> Rows =>
    [
        new()
        {
            Id = "targeted-support-phase",
            Title = "Afslutning af fase i målrettet støtte",
            Kind = DutyKind.Method,
            Rows = ["PH-02", "PH-03", "PH-04", "PH-05"],
            Law = Method,
            Starts = Anchors.Each<TargetedSupportPhaseEntered>("en fase er begyndt", phase => $"{Danish(phase.Phase)} begyndt"),
            Due = Due.After(new DutyTerm(Counted.Weeks(LongestPhaseWeeks), Term.Municipal) { Shortest = Counted.Weeks(8) }),
            Closes = [new("den næste fase er begyndt, eller støtten er afsluttet", s => PhaseEnds(s.File, s.Anchor.Fact!))],
            Defects = [new(TooShort, s => PhaseEnds(s.File, s.Anchor.Fact!) is { } end && end.Day < s.Day.PlusWeeks(ShortestWeeks(s)))],
            Repeats = Recurrence.EachTime,
        },
        new()
        {
            Id = "targeted-support-status",
            Title = "Status i forandringsfasen",
            Kind = DutyKind.Method,
            Rows = ["PH-03"],
            Law = Method,
            Starts = new("forandringsfasen er begyndt, og når status er noteret i den", EachStatusPeriod) { Stops = "forandringsfasen er forbi" },
            Due = Due.Days(14, Term.Municipal),
            Closes = [Closer.After<TargetedSupportStatusNoted>("status er noteret", "status noteret")],
            Repeats = Recurrence.Again,
        },
        new()
        {
            Id = "targeted-support-wish",
            Title = "Forældrenes ønske om målrettet støtte",
            Kind = DutyKind.Method,
            Rows = ["PH-01"],
            Law = Method,
            Starts = Started,
            Due = Due.SameDay(Term.Municipal),
            Closes = [Closer.By<TargetedSupportClarified>("det er afklaret, om forældrene ønsker at deltage", "ønske afklaret")],
            Repeats = Recurrence.EachTime,
            OnByDefault = false,
        },
        new()
        {
            Id = "coordinator",
            Title = "Udpegning af en tovholder",
            Kind = DutyKind.Method,
            Rows = ["CW-04"],
            Law = Method,
            Starts = Started,
            Due = Due.Days(14, Term.Municipal),
            Closes = [Closer.By<CoordinatorAssigned>("en tovholder er udpeget", "tovholder udpeget")],
            Repeats = Recurrence.EachTime,
            OnByDefault = false,
        },
        new()
        {
            Id = "startup-meeting",
            Title = "Indledende møde for alle fagpersoner",
            Kind = DutyKind.Method,
            Rows = ["PH-14"],
            Law = Method,
            Starts = Started,
            Due = Due.Days(14, Term.Municipal),
            Closes = [Closer.Since<NetworkMeetingHeld>("et møde på tværs er holdt", "møde holdt")],
            Repeats = Recurrence.EachTime,
            OnByDefault = false,
        },
        new()
        {
            Id = "contact-point",
            Title = "Et sted at henvende sig efter støtten",
            Kind = DutyKind.Method,
            Rows = ["PH-07"],
            Law = Method,
            Starts = Anchors.Each<TargetedSupportEnded>("den målrettede støtte er afsluttet", "støtte afsluttet"),
            Due = Due.Days(14, Term.Municipal),
            Closes = [Closer.By<ContactPointGiven>("forældrene ved, hvem de kan henvende sig til", "henvendelsessted givet")],
            Repeats = Recurrence.EachTime,
            OnByDefault = false,
        },
    ];

    private static Trigger Started => Anchors.Each<TargetedSupportStarted>("den målrettede støtte er begyndt", "målrettet støtte begyndt");

    private static int ShortestWeeks(Situation s) => s.Started<TargetedSupportPhaseEntered>()!.Phase == SupportPhase.Startup ? 4 : 8;

    private static Closing? PhaseEnds(CaseFile file, IRecorded phase) => Closing.Earliest(
        Closing.By(file.Span<TargetedSupportPhaseEntered>().After(phase), "næste fase begyndt"),
        Closing.By(file.Span<TargetedSupportEnded>().OnOrAfter(phase.Day), "målrettet støtte afsluttet"));

    /// <summary>The change phase, and each status noted in it, until the phase ends.</summary>
    private static IEnumerable<Anchor> EachStatusPeriod(CaseFile file, LocalDate today) =>
        file.All<TargetedSupportPhaseEntered>().Where(phase => phase.Fact.Phase == SupportPhase.Change).SelectMany(phase =>
        {
            LocalDate? ends = PhaseEnds(file, phase)?.Day;
            return file.All<TargetedSupportStatusNoted>().Skip(CaseOrder.FirstAfter(file.Span<TargetedSupportStatusNoted>(), phase)).TakeWhile(status => !(status.Day >= ends))
                .Select(status => Anchor.On(file, status, "status noteret"))
                .Prepend(Anchor.On(file, phase, "forandringsfasen begyndt"))
                .Select(anchor => anchor with { StopsOn = ends });
        });

    private static string Danish(SupportPhase phase) => phase switch
    {
        SupportPhase.Startup => "opstartsfasen",
        SupportPhase.Change => "forandringsfasen",
        _ => "vedligeholdelsesfasen",
    };
}
