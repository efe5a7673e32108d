namespace Rettidig.Domain.Reports;

/// <summary>A group whose rows are the names that turn up in the cases, the most frequent first: the kinds of support, as the case system calls them.</summary>
public sealed class NamedFigureGroup : FigureGroup
{
    /// <summary>The names in one placement, once each; null where the placement is not counted.</summary>
    public required Func<ReportedCase, IReadOnlyCollection<string>?> Names { get; init; }

    internal override GroupTally Begin() => new NamedTally(this);

    private sealed class NamedTally(NamedFigureGroup group) : GroupTally
    {
        /// <summary>Free text can have any number of forms; the rest go together.</summary>
        private const int MostShown = 15;

        private const int LongestName = 48;

        private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
        private int placements;

        public override void Add(ReportedCase placement)
        {
            if (group.Names(placement) is not { } names)
            {
                return;
            }

            placements++;
            foreach (string name in names.Select(OneLine).Distinct(StringComparer.Ordinal))
            {
                counts[name] = counts.GetValueOrDefault(name) + 1;
            }
        }

        public override CountedGroup Counted()
        {
            KeyValuePair<string, int>[] sorted = [.. counts.OrderByDescending(count => count.Value).ThenBy(count => count.Key, StringComparer.Ordinal)];
            IEnumerable<CountedFigure> shown = sorted.Take(MostShown).Select(count => new CountedFigure($"name:{count.Key}", count.Key, count.Value, placements, false));
            return new CountedGroup(group.Id, group.Title, group.Definition, Left(sorted.Length), Math.Max(0, sorted.Length - MostShown), [.. shown]);
        }

        /// <summary>What somebody typed may be long and have lines of its own.</summary>
        private static string OneLine(string name)
        {
            string line = string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            return line.Length <= LongestName ? line : line[..(LongestName - 1)] + "…";
        }

        private static string? Left(int names) => names > MostShown ? "sjældnere slags" : null;
    }
}
