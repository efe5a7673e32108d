namespace Rettidig.Functions.Erasure;

/// <summary>What erased placements held, in numbers.</summary>
/// <param name="Placements">Placements.</param>
/// <param name="Events">Events in their logs.</param>
/// <param name="Obligations">Obligations.</param>
/// <param name="Notices">Notices, sent or not.</param>
public sealed record ErasureCounts(int Placements, int Events, int Obligations, int Notices)
{
    internal ErasureCounts Plus(ErasureCounts other) => new(
        Placements + other.Placements, Events + other.Events, Obligations + other.Obligations, Notices + other.Notices);
}
