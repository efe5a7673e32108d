using System.Text.Json;

namespace Rettidig.Cli.Costs;

/// <summary>What the product does, counted in simulated time (bench, <c>operations</c>).</summary>
/// <param name="Counted">The day of the run.</param>
/// <param name="FixedYear">By kind: in a year in which there are no placements.</param>
/// <param name="PlacementYear">By kind: what each year of a placement adds.</param>
public sealed record CountedOperations(DateOnly Counted, SortedDictionary<string, decimal> FixedYear, SortedDictionary<string, decimal> PlacementYear)
{
    private const string File = "operations.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    internal static CountedOperations OfRelease { get; } = CostFile.Read<CountedOperations>(File, Json);

    /// <summary>As it is kept beside this file.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json) + "\n";
}
