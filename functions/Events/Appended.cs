namespace Rettidig.Functions.Events;

/// <summary>What came of an append.</summary>
/// <param name="Seq">The event's number in its placement's log, from 1.</param>
/// <param name="IsDouble">It was there already.</param>
/// <param name="IsRefused">The placement was erased, and its log does not begin anew.</param>
public readonly record struct Appended(long Seq, bool IsDouble, bool IsRefused = false);
