using NodaTime;

namespace Rettidig.Domain.Events.Facts;

/// <summary>Targeted support to the parents (målrettet støtte) began.</summary>
public sealed record TargetedSupportStarted(LocalDate StartedOn) : Fact(StartedOn);

/// <summary>A phase of it began.</summary>
public sealed record TargetedSupportPhaseEntered(SupportPhase Phase, LocalDate EnteredOn) : Fact(EnteredOn);

/// <summary>Opstarts-, forandrings- and vedligeholdelsesfasen.</summary>
public enum SupportPhase
{
    Startup,
    Change,
    Maintenance,
}

/// <summary>A status was noted.</summary>
public sealed record TargetedSupportStatusNoted(LocalDate NotedOn) : Fact(NotedOn);

/// <summary>It ended.</summary>
public sealed record TargetedSupportEnded(LocalDate EndedOn) : Fact(EndedOn);
