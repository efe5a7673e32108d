using NodaTime;
using Rettidig.Domain.Cases;

namespace Rettidig.Domain.Reports;

/// <summary>Which placements a report is about.</summary>
/// <param name="On">The day: what had happened by then counts, and terms that had run out by then.</param>
public sealed record ReportScope(LocalDate On)
{
    /// <summary>Only this municipality.</summary>
    public string? Municipality { get; init; }

    /// <summary>Only placements decided on this day or later.</summary>
    public LocalDate? DecidedFrom { get; init; }

    /// <summary>Only placements decided on this day or earlier.</summary>
    public LocalDate? DecidedTo { get; init; }

    /// <summary>Only these placements, as when a few are read closely.</summary>
    public IReadOnlySet<PlacementKey>? Selected { get; init; }

    /// <summary>Whether a placement can be in the report, whatever its facts are.</summary>
    public bool Asks(PlacementKey placement) =>
        (Municipality is null || placement.Municipality == Municipality) && (Selected is null || Selected.Contains(placement));

    /// <summary>Whether a placement is in the report: decided in the period, and begun by the day.</summary>
    public bool Holds(CaseFile file) =>
        file.Decision is { } decision && !(decision.Day < DecidedFrom) && !(decision.Day > DecidedTo) && file.StartedOn <= On;
}
