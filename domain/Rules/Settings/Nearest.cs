namespace Rettidig.Domain.Rules.Settings;

/// <summary>Which of the known names a wrong one was meant to be.</summary>
public static class Nearest
{
    /// <summary>The known name that takes the fewest letters changed, left out or put in; the first of those that tie.</summary>
    public static string To(string name, IEnumerable<string> known) => known.MinBy(candidate => Distance(name, candidate))!;

    /// <summary>The known names in that order, nearest first.</summary>
    public static IReadOnlyList<string> Of(string name, IEnumerable<string> known, int most = 3) =>
        [.. known.OrderBy(candidate => Distance(name, candidate)).ThenBy(candidate => candidate, StringComparer.Ordinal).Take(most)];

    /// <summary>Levenshtein's distance, row by row.</summary>
    private static int Distance(string a, string b)
    {
        int[] previous = [.. Enumerable.Range(0, b.Length + 1)];
        int[] current = new int[b.Length + 1];
        for (int i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int change = previous[j - 1] + (char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1);
                current[j] = Math.Min(change, Math.Min(previous[j], current[j - 1]) + 1);
            }

            (previous, current) = (current, previous);
        }

        return previous[b.Length];
    }
}
