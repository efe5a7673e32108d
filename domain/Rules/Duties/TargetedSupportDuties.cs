using NodaTime;
using Rettidig.Domain.Cases;
using Rettidig.Domain.Events.Facts;

namespace Rettidig.Domain.Rules.Duties;

/// <summary>Targeted support to parents (målrettet støtte): a method with three phases, not law (T-09).</summary>
internal static class TargetedSupportDuties
{
    private const int LongestPhaseWeeks = 16;

    private static readonly Defect TooShort = new("phase-too-short", "fasens mindste længde", Statutory: false);

    public static IEnumerable<Duty> Rows =>
    [
        new()
        {
            Id = "targeted-support-phase",
            Title = "Afslutning af fase i målrettet støtte",
            Kind = DutyKind.Method,
            Rows = ["PH-02", "PH-03", "PH-04", "PH-05"],
            Law = LegalBasis.Always("metode: målrettet støtte til forældre"),
            Anchors = Anchors.Each<TargetedSupportPhaseEntered>(phase => $"{Danish(phase.Phase)} begyndt"),
            Due = Due.Weeks(LongestPhaseWeeks, Term.Municipal),
            Terms = [new DutyTerm(Counted.Weeks(LongestPhaseWeeks), Term.Municipal) { Shortest = Counted.Weeks(8) }],
            Closes = s => PhaseEnds(s.File, s.Anchor.Fact!),
            Defects = s => PhaseEnds(s.File, s.Anchor.Fact!) is { } end && end.Day < s.Day.PlusWeeks(ShortestWeeks(s)) ? [TooShort] : [],
        },
        new()
        {
            Id = "targeted-support-status",
            Title = "Status i forandringsfasen",
            Kind = DutyKind.Method,
            Rows = ["PH-03"],
            Law = LegalBasis.Always("metode: målrettet støtte til forældre"),
            Anchors = EachStatusPeriod,
            Due = Due.Days(14, Term.Municipal),
            Closes = s => Closing.By(s.First<TargetedSupportStatusNoted>(s.IsAfterAnchor), "status noteret"),
        },
    ];

    private static int ShortestWeeks(Situation s) => ((Recorded<TargetedSupportPhaseEntered>)s.Anchor.Fact!).Fact.Phase == SupportPhase.Startup ? 4 : 8;

    private static Closing? PhaseEnds(CaseFile file, IRecorded phase) => Closing.Earliest(
        Closing.By(file.All<TargetedSupportPhaseEntered>().FirstOrDefault(next => next.IsAfter(phase)), "næste fase begyndt"),
        Closing.By(file.All<TargetedSupportEnded>().FirstOrDefault(end => end.Day >= phase.Day), "målrettet støtte afsluttet"));

    /// <summary>The change phase, and each status noted in it, until the phase ends.</summary>
    private static IEnumerable<Anchor> EachStatusPeriod(CaseFile file, LocalDate today) =>
        file.All<TargetedSupportPhaseEntered>().Where(phase => phase.Fact.Phase == SupportPhase.Change).SelectMany(phase =>
        {
            LocalDate? ends = PhaseEnds(file, phase)?.Day;
            return file.All<TargetedSupportStatusNoted>()
                .Where(status => status.IsAfter(phase) && !(status.Day >= ends))
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
