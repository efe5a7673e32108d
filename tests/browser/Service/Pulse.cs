using System.Globalization;
using Azure.Data.Tables;
using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.Hosting;
using Rettidig.Functions.Events;
using Rettidig.Functions.Notices;
using Rettidig.Functions.Placements;
using Rettidig.Functions.Storage;

namespace Rettidig.Browser.Tests.Service;

/// <summary>
/// Tells the test, on standard output, what time it is in the service and how much work is left, and lets the clock past
/// its gate when nothing is.
/// </summary>
internal sealed class Pulse(Tables tables, ServiceBusClient bus, FastTime time) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using ServiceBusReceiver receiver = bus.CreateReceiver(IngestEvents.Topic, IngestEvents.Subscription);
        while (!stoppingToken.IsCancellationRequested)
        {
            int messages = (await receiver.PeekMessagesAsync(1000, fromSequenceNumber: 0, stoppingToken)).Count;
            int unseen = await CountAsync(tables.Unreconciled, stoppingToken, _ => true);
            int unsent = await CountAsync(tables.Notices, stoppingToken, notice => notice.GetString("State") is nameof(NoticeState.Pending) or nameof(NoticeState.Sending));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"pulse {time.GetUtcNow():O} {messages + unseen} {unsent}"));
            if (time.Waits && messages + unseen == 0 && await CountAsync(tables.Placements, stoppingToken, IsOwedALook) == 0)
            {
                time.Open();
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), stoppingToken);
        }
    }

    private bool IsOwedALook(TableEntity placement) => placement.GetDateTimeOffset(nameof(PlacementRow.WakeAt)) <= time.GetUtcNow();

    private static async Task<int> CountAsync(TableClient table, CancellationToken cancellation, Func<TableEntity, bool> counts)
    {
        int rows = 0;
        await foreach (TableEntity row in table.QueryAsync<TableEntity>(cancellationToken: cancellation))
        {
            rows += counts(row) ? 1 : 0;
        }

        return rows;
    }
}
