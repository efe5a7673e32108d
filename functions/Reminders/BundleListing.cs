using NodaTime;
using Rettidig.Functions.Notices;
using Rettidig.Functions.Recipients;
using Rettidig.Functions.Storage;
using Rettidig.Orchestrations.Reminders;

namespace Rettidig.Functions.Reminders;

/// <summary>Makes the bundles of a round: what waits, by whoever gets it today.</summary>
internal sealed class BundleListing(Outbox outbox, NoticeLedger ledger, RecipientLookups lookups)
{
    public async Task<IReadOnlyList<Bundle>> ListAsync(RoundRequest round, CancellationToken cancellationToken)
    {
        IReadOnlyList<OutboxEntry> entries = await outbox.ReadAsync(round.Municipality, cancellationToken);
        OutboxEntry[] wanted = [.. entries.Where(entry => entry.SameDay || !round.UrgentOnly)];
        if (wanted.Length == 0)
        {
            return [];
        }

        LocalDate day = Dates.ParseDate(round.Round[..10]);
        RecipientLookup lookup = await lookups.OpenAsync(round.Municipality, day, cancellationToken);
        var byReader = new SortedDictionary<string, List<Notice>>(StringComparer.Ordinal);
        foreach (OutboxEntry entry in wanted)
        {
            if (await WaitingAsync(entry, cancellationToken) is { } notice)
            {
                string reader = await lookup.ReaderOfAsync(notice, cancellationToken);
                (byReader.TryGetValue(reader, out List<Notice>? notices) ? notices : byReader[reader] = []).Add(notice);
            }
        }

        return [.. byReader.Select(pair => BundleOf(round, pair.Key, pair.Value))];
    }

    /// <summary>The notice, if it still waits. An entry that outlived its notice is what a crash leaves, and is taken out.</summary>
    private async Task<Notice?> WaitingAsync(OutboxEntry entry, CancellationToken cancellationToken)
    {
        Notice? notice = await ledger.FindAsync(entry.Placement, entry.Notice, cancellationToken);
        if (notice is { Waits: true })
        {
            return notice;
        }

        await outbox.RemoveAsync(entry, cancellationToken);
        return null;
    }

    /// <summary>A mail of the day says that it is urgent only where something in it is: what missed its morning is just late.</summary>
    private static Bundle BundleOf(RoundRequest round, string reader, List<Notice> notices)
    {
        string turn = round.Turn == 1 ? "" : $".{round.Turn}";
        bool urgent = round.UrgentOnly && notices.Exists(notice => notice.Urgent);
        string[] keys = [.. notices.Select(notice => notice.Key).Order(StringComparer.Ordinal)];
        return new Bundle($"reminder:{round.Municipality}:{reader}:{round.Round}{turn}", round.Municipality, reader, round.Round, urgent, keys);
    }
}
