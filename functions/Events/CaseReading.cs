using NodaTime;
using Rettidig.Domain.Cases;
using Rettidig.Domain.Events;

namespace Rettidig.Functions.Events;

/// <summary>A case as its log told it.</summary>
/// <param name="Name">Which log; null: one begun by an earlier version.</param>
/// <param name="Head">The number of the last event in it.</param>
/// <param name="File">The facts.</param>
/// <param name="Log">The events they are folded from.</param>
public sealed record CaseReading(string? Name, long Head, CaseFile File, IReadOnlyList<CaseEvent> Log)
{
    /// <summary>The facts that had reached us before a moment; null where none had.</summary>
    public CaseFile? FileAsOf(Instant before)
    {
        CaseEvent[] known = [.. Log.Where(read => read.ReceivedAt < before)];
        return known.Length == 0 ? null : CaseFile.Fold(File.Placement, known);
    }
}
