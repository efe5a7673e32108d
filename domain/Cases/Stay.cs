using NodaTime;
using Rettidig.Domain.Events.Facts;

namespace Rettidig.Domain.Cases;

/// <summary>The child's time at one site.</summary>
/// <param name="Site">Where.</param>
/// <param name="Until">The day the child moved on to the next site, where it did.</param>
/// <param name="Known">The fact it rests on.</param>
public sealed record Stay(PlacementSite Site, LocalDate? Until, IRecorded Known)
{
    /// <summary>The day the child moved in.</summary>
    public LocalDate From => Known.Day;

    /// <summary>The day the child moves on from a site it was at on a day: what the site asked for then loses its object. Null where it stays, or is not there.</summary>
    internal static LocalDate? Leaves(CaseFile file, string site, LocalDate day) =>
        file.StayAt(site, day)?.Until;

    /// <summary>The last of some stays, in their order, that had begun by a day.</summary>
    internal static Stay? On(ReadOnlySpan<Stay> stays, LocalDate day) =>
        CaseOrder.First(stays, day, static (stay, by) => stay.From > by) is var i and > 0 ? stays[i - 1] : null;

    internal static Stay[] ListOf(CaseFile file)
    {
        if (file.Start is not { } start)
        {
            return [];
        }

        IEnumerable<(PlacementSite Site, IRecorded Known)> moves = file.All<SiteChanged>().Where(move => move.Day >= start.Day).Select(move => (move.Fact.Site, (IRecorded)move));
        (PlacementSite Site, IRecorded Known)[] all = [(start.Fact.Site, start), .. moves];
        return [.. all.Select((stay, i) => new Stay(stay.Site, i + 1 < all.Length ? all[i + 1].Known.Day : null, stay.Known))];
    }
}
