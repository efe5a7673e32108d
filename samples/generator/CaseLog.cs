using NodaTime;

namespace Rettidig.Samples;

/// <summary>
/// What the caseworkers recorded of one placement. Stories tell it in any order; <see cref="Close"/> puts it in the order
/// it was recorded and gives it times of day and ids. Nothing is recorded before the day the case was opened.
/// </summary>
internal sealed class CaseLog(string reference, LocalDate opened, Dice dice, Coverage coverage)
{
    private const int OfficeMinutes = 465;
    private readonly List<Entry> entries = [];

    public string Reference { get; } = reference;

    public IReadOnlyList<Entry> Entries => entries;

    /// <summary>A fact of a day, recorded that day or soon after; three in a hundred are recorded weeks late.</summary>
    public Entry Tell(string name, LocalDate on, object data)
    {
        var delay = dice.Percent(3) ? dice.Between(12, 40) : dice.Percent(55) ? 0 : dice.Between(1, 5);
        return TellOn(on.PlusDays(delay), name, on, data);
    }

    /// <summary>A fact recorded on a day of its own: ahead of what is planned, or late.</summary>
    public Entry TellOn(LocalDate recorded, string name, LocalDate on, object data)
    {
        var entry = new Entry(name, on, data)
        {
            Recorded = WorkDays.OnOrAfter(LocalDate.Max(recorded, LocalDate.Max(opened, coverage.Opening))),
        };
        entries.Add(entry);
        return entry;
    }

    /// <summary>Forgets what would have happened after the placement ended.</summary>
    public void EndOn(LocalDate ended) => entries.RemoveAll(entry => entry.On > ended);

    public IEnumerable<EventLine> Close()
    {
        var number = 0;
        foreach (var day in entries.Where(e => e.Recorded <= coverage.Closing).GroupBy(e => e.Recorded).OrderBy(day => day.Key))
        {
            var times = TimesOfDay(day.Count());
            foreach (var entry in day.OrderBy(e => e.Name != "placement.decided").ThenBy(e => e.On))
            {
                entry.Id = $"{Reference}.h{++number:D2}";
                var line = new EventLine(entry.Id, entry.Name, Reference, Copenhagen.InOfficeHours(day.Key, times.Dequeue()), entry.Data);
                yield return line;
                if (entry.SentTwice)
                {
                    yield return line;
                }
            }
        }
    }

    private Queue<int> TimesOfDay(int count)
    {
        var minutes = new SortedSet<int>();
        while (minutes.Count < count)
        {
            minutes.Add(dice.Between(5, OfficeMinutes));
        }

        return new Queue<int>(minutes);
    }

    /// <summary>A fact of the case, its day, and the day someone wrote it down.</summary>
    internal sealed class Entry(string name, LocalDate on, object data)
    {
        public string Id { get; set; } = "";

        public string Name => name;

        public LocalDate On => on;

        public object Data => data;

        public LocalDate Recorded { get; set; }

        public bool SentTwice { get; set; }
    }
}
