namespace Rettidig.Functions.Departures;

/// <summary>What one piece of an erasure took away.</summary>
/// <param name="Municipality">Three digits.</param>
/// <param name="Rows">Rows.</param>
/// <param name="Instances">Instances that were ended or cleared away.</param>
/// <param name="Done">Whether nothing was there. What was on its way may still come: ask until it is so twice.</param>
public sealed record MunicipalityErased(string Municipality, int Rows, int Instances, bool Done);
