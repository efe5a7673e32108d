using System.Collections.Concurrent;
using NodaTime;

namespace Rettidig.Domain.Rules.Settings;

/// <summary>How many of a unit a term may be, so that on no day of any year it is longer than the longest allowed, or shorter than the shortest.</summary>
/// <param name="Least">The fewest.</param>
/// <param name="Most">The most; below <paramref name="Least"/> where the unit is too large.</param>
internal readonly record struct TermRange(int Least, int Most)
{
    /// <summary>No term is more of anything.</summary>
    public const int MostEver = 800;

    // Four years hold every length of a month and of a year.
    private static readonly LocalDate[] Days = [.. Enumerable.Range(0, 4 * 366).Select(day => new LocalDate(2024, 1, 1).PlusDays(day))];
    private static readonly ConcurrentDictionary<(Counted Limit, TermUnit Unit), int> Found = new();

    public static TermRange Of(DutyTerm term, TermUnit unit)
    {
        int least = unit == TermUnit.Days && term.Term == Term.Municipal ? 0 : 1;
        int shortest = term.Shortest is { } limit ? Enumerable.Range(1, MostEver).First(count => Days.All(day => new Counted(count, unit).From(day) >= limit.From(day))) : least;
        return new TermRange(Math.Max(least, shortest), Found.GetOrAdd((term.Longest, unit), key => MostWithin(key.Limit, key.Unit)));
    }

    /// <summary>The most of a unit that is never longer than the limit.</summary>
    private static int MostWithin(Counted limit, TermUnit unit)
    {
        int fits = 0, tooMany = MostEver + 1;
        while (tooMany - fits > 1)
        {
            int count = (fits + tooMany) / 2;
            bool never = Array.TrueForAll(Days, day => new Counted(count, unit).From(day) <= limit.From(day));
            (fits, tooMany) = never ? (count, tooMany) : (fits, count);
        }

        return fits;
    }
}
