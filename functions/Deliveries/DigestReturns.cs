using Microsoft.DurableTask.Client;
using Rettidig.Functions.Digests;
using Rettidig.Functions.Notices;
using Rettidig.Functions.Storage;
using Rettidig.Functions.Ticks;
using Rettidig.Orchestrations.Digests;

namespace Rettidig.Functions.Deliveries;

/// <summary>
/// A digest that came back goes to the next in line: its week is done once more, and only for the manager it concerns. One
/// that had no answer, and of which the mail service speaks before it is sent again, is not sent again.
/// </summary>
public sealed class DigestReturns(DigestLedger ledger, DueWorkStarter starter)
{
    internal async Task TakeAsync(DeliveryEvent told, MailPart part, DurableTaskClient client, CancellationToken cancellationToken)
    {
        if (part.AsDigest() is not (var municipality, var manager, var week)
            || (await ledger.ReadAsync(municipality, manager, cancellationToken)).FirstOrDefault(entry => entry.Week == week) is not { } entry)
        {
            return;
        }

        bool cameBack = told.Kind is DeliveryKind.Bounced or DeliveryKind.Dropped;
        if (cameBack && part.Reader is { } reader)
        {
            await SendOnAsync(municipality, manager, entry, reader, client, cancellationToken);
        }
        else if (!cameBack && entry is { IsDone: false } && (entry.Unanswered > 0 || entry.IsSending) && (part.Reader is null || !entry.Tried.Contains(part.Reader)))
        {
            await ledger.WriteAsync(municipality, manager, entry with { IsDone = true, IsSending = false, Unanswered = 0 }, cancellationToken);
        }
    }

    private async Task SendOnAsync(
        string municipality, string manager, DigestEntry entry, string reader, DurableTaskClient client, CancellationToken cancellationToken)
    {
        if (!entry.Tried.Contains(reader))
        {
            entry = entry with { IsDone = false, IsSending = false, Tried = [.. entry.Tried, reader], Unanswered = 0 };
            await ledger.WriteAsync(municipality, manager, entry, cancellationToken);
        }

        if (!entry.IsDone)
        {
            var request = new DigestRequest(municipality, entry.Week, entry.Day.Iso());
            var again = new WorkItem(nameof(WeeklyDigest), $"digest:{municipality}:{entry.Week}:{manager}.{entry.Tried.Count + 1}", request);
            await starter.StartOnceAsync(client, again, cancellationToken);
        }
    }
}
