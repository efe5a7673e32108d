using NodaTime;
using Rettidig.Domain.Cases;

namespace Rettidig.Domain.Rules;

/// <summary>What starts one occurrence of a duty.</summary>
/// <param name="Day">The day the term counts from.</param>
/// <param name="Label">In Danish, for the explanation: "iværksat".</param>
/// <param name="KnownAt">When the facts behind it had all arrived.</param>
/// <param name="Fact">The fact itself; none for a calendar year.</param>
public sealed record Anchor(LocalDate Day, string Label, Instant KnownAt, IRecorded? Fact = null)
{
    /// <summary>The custody holder, for duties that each has.</summary>
    public string? CustodyHolder { get; init; }

    /// <summary>The site, for duties that each site has.</summary>
    public string? Site { get; init; }

    /// <summary>The day the occurrence loses its object: the child moved on, the custody holder no longer is one.</summary>
    public LocalDate? StopsOn { get; init; }

    /// <summary>In Danish, what people call this occurrence, where the duty has two that would otherwise read alike; else null.</summary>
    public string? Title { get; init; }

    /// <summary>The how manieth, for duties that count.</summary>
    public int Number { get; init; }

    /// <summary>An anchor on a fact, known once both the fact and the decision on placement have arrived.</summary>
    public static Anchor On(CaseFile file, IRecorded fact, string label, string? custodyHolder = null, string? site = null, LocalDate? stopsOn = null, int number = 0) =>
        new(fact.Day, label, Later(fact.ReceivedAt, file.Decision!.ReceivedAt), fact) { CustodyHolder = custodyHolder, Site = site, StopsOn = stopsOn, Number = number };

    internal static Instant Later(Instant a, Instant b) => a > b ? a : b;
}
