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

/// <summary>Whether the parents wish to take part was talked over.</summary>
public sealed record TargetedSupportClarified(LocalDate ClarifiedOn, bool Wished) : Fact(ClarifiedOn);

/// <summary>Somebody was named who keeps the threads together (tovholder).</summary>
public sealed record CoordinatorAssigned(LocalDate AssignedOn) : Fact(AssignedOn);

/// <summary>The parents were told whom they can turn to afterwards.</summary>
public sealed record ContactPointGiven(LocalDate GivenOn) : Fact(GivenOn);
