namespace Rettidig.Functions.Erasure;

/// <summary>How far an erasure has come.</summary>
/// <param name="Placement">As events name it.</param>
/// <param name="Known">Whether anything was there, or was erased earlier.</param>
/// <param name="Rows">Rows that were taken away just now.</param>
/// <param name="Done">Whether nothing is left. What is running ends in a moment; then ask again.</param>
public sealed record ErasureReport(string Placement, bool Known, int Rows, bool Done);
