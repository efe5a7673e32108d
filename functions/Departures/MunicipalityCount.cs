namespace Rettidig.Functions.Departures;

/// <summary>What is held about a municipality, in numbers.</summary>
/// <param name="Municipality">Three digits.</param>
/// <param name="Placements">Placements there are events of.</param>
/// <param name="Tables">Rows by table; those that hold none are left out.</param>
/// <param name="Instances">Instances of the engine that are about it.</param>
/// <param name="HasSettings">Whether the app carries a file with its settings; as long as it does, its choices are written anew at each start.</param>
public sealed record MunicipalityCount(
    string Municipality, int Placements, IReadOnlyDictionary<string, int> Tables, int Instances, bool HasSettings)
{
    /// <summary>All rows.</summary>
    public int Rows => Tables.Values.Sum();
}
