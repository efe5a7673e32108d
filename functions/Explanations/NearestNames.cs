namespace Rettidig.Functions.Explanations;

/// <summary>Finds what somebody may have meant who wrote a name that does not exist.</summary>
public static class NearestNames
{
    /// <summary>The names that need the fewest letters changed, nearest first.</summary>
    public static IReadOnlyList<string> To(string wanted, IEnumerable<string> names, int most = 3) =>
        [.. names.OrderBy(name => Distance(wanted, name)).ThenBy(name => name, StringComparer.Ordinal).Take(most)];

    /// <summary>How many letters must be put in, left out or exchanged (Levenshtein); case does not count.</summary>
    private static int Distance(string a, string b)
    {
        int[] before = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int[] now = new int[b.Length + 1];
            now[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int exchange = before[j - 1] + (char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]) ? 0 : 1);
                now[j] = Math.Min(exchange, Math.Min(before[j], now[j - 1]) + 1);
            }

            before = now;
        }

        return before[b.Length];
    }
}
