using NodaTime;
using Rettidig.Domain.Agendas;

namespace Rettidig.Functions.Pages;

/// <summary>One step of an obligation and what became of it.</summary>
/// <param name="Name">Which rung.</param>
/// <param name="Role">Whom it goes to.</param>
/// <param name="Day">The working day it falls on, or the day it went.</param>
/// <param name="State">What became of it.</param>
public sealed record PlacementStep(StepName Name, Role Role, LocalDate Day, StepState State);

/// <summary>What became of a step.</summary>
public enum StepState
{
    /// <summary>Its day has not come, or its mail waits.</summary>
    ToCome,

    Sent,

    /// <summary>A higher step of the same obligation went instead.</summary>
    Superseded,

    /// <summary>The mail could not be delivered; the next in line gets it.</summary>
    Failed,
}
