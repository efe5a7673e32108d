using Microsoft.DurableTask.Client;
using Rettidig.Functions.Digests;
using Rettidig.Functions.Notices;
using Rettidig.Functions.Storage;
using Rettidig.Functions.Ticks;
using Rettidig.Orchestrations.Digests;

namespace Rettidig.Functions.Deliveries;

/// <summary>A digest that came back goes to the next in line: its week is done once more, and only for the manager it concerns.</summary>
public sealed class DigestReturns(DigestLedger ledger, DueWorkStarter starter)
{
    internal async Task TakeAsync(DeliveryEvent told, MailPart part, DurableTaskClient client, CancellationToken cancellationToken)
    {
        if (told.Kind is not (DeliveryKind.Bounced or DeliveryKind.Dropped) || part.Reader is not { } reader || part.AsDigest() is not (var municipality, var manager, var week))
        {
            return;
        }

        DigestEntry? entry = (await ledger.ReadAsync(municipality, manager, cancellationToken)).FirstOrDefault(entry => entry.Week == week);
        if (entry is null)
        {
            return;
        }

        if (!entry.Tried.Contains(reader))
        {
            entry = entry with { IsDone = false, Tried = [.. entry.Tried, reader], Unanswered = 0 };
            await ledger.WriteAsync(municipality, manager, entry, cancellationToken);
        }

        if (!entry.IsDone)
        {
            var request = new DigestRequest(municipality, week, entry.Day.Iso());
            var again = new WorkItem(nameof(WeeklyDigest), $"digest:{municipality}:{week}:{manager}.{entry.Tried.Count + 1}", request);
            await starter.StartOnceAsync(client, again, cancellationToken);
        }
    }
}
