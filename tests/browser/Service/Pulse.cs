using System.Globalization;
using Azure.Data.Tables;
using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.Hosting;
using Rettidig.Functions.Events;
using Rettidig.Functions.Storage;

namespace Rettidig.Browser.Tests.Service;

/// <summary>Tells the test, on standard output, what time it is in the service and how much work is left.</summary>
internal sealed class Pulse(Tables tables, ServiceBusClient bus, TimeProvider time) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using ServiceBusReceiver receiver = bus.CreateReceiver(IngestEvents.Topic, IngestEvents.Subscription);
        while (!stoppingToken.IsCancellationRequested)
        {
            int messages = (await receiver.PeekMessagesAsync(1000, fromSequenceNumber: 0, stoppingToken)).Count;
            int unseen = await CountAsync(tables.Unreconciled, stoppingToken);
            int unsent = await CountAsync(tables.Outbox, stoppingToken);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"pulse {time.GetUtcNow():O} {messages + unseen} {unsent}"));
            await Task.Delay(TimeSpan.FromMilliseconds(100), stoppingToken);
        }
    }

    private static async Task<int> CountAsync(TableClient table, CancellationToken cancellation)
    {
        int rows = 0;
        await foreach (TableEntity _ in table.QueryAsync<TableEntity>(cancellationToken: cancellation))
        {
            rows++;
        }

        return rows;
    }
}
