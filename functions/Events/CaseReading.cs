using Rettidig.Domain.Cases;

namespace Rettidig.Functions.Events;

/// <summary>A case as its log told it.</summary>
/// <param name="Head">The number of the last event in it.</param>
/// <param name="File">The facts.</param>
public sealed record CaseReading(long Head, CaseFile File);
