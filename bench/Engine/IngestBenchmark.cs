using System.Diagnostics;
using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;
using Rettidig.Cli.Events;
using Rettidig.Functions.Events;
using Rettidig.Functions.Placements;
using Rettidig.SelfHost.Bus;
using Rettidig.SelfHost.Storage;

namespace Rettidig.Bench.Engine;

/// <summary>Messages into the running service: how many a second, until the log, the obligations and the notices of each are durable.</summary>
internal static class IngestBenchmark
{
    /// <summary>As a case system sends that has much to say.</summary>
    private const int BatchSize = 100;

    public static async Task Run(Measurement measurement)
    {
        if (measurement.Part is not null)
        {
            await MeasureAsync(measurement);
            return;
        }

        ChildRun child = await measurement.InChildAsync("run", [.. measurement.Arguments]);
        measurement.Report("ingest", child["rate"], "events/s");
        measurement.Report("ingest, processor time", child["processor"], "ms/event");
        measurement.Report("ingest, commits", child["commits"], "commits/event");
        measurement.Report("ingest, peak memory", child.PeakMemory, "MiB");
    }

    private static async Task MeasureAsync(Measurement measurement)
    {
        int events = measurement.Number("events", 50_000);
        int placements = measurement.Number("placements", 5000);
        // Round by round, one event of each placement after the other, as they come in a municipality.
        EventLine[] all = [.. ManyCases.Events(placements)];
        EventLine[] staff = [.. all.Where(line => line.Placement is null)];
        EventLine[] lines = [.. all.Where(line => line.Placement is not null).GroupBy(line => line.Placement)
            .SelectMany(group => group.Select((line, i) => (line, i))).OrderBy(pair => pair.i).Select(pair => pair.line).Take(events)];
        using IHost host = await LiveService.StartAsync(measurement.Folder);
        SqliteStore store = host.Services.GetRequiredService<SqliteStore>();
        await SendAsync(host, staff);
        await DrainedAsync(host);
        double processor = Measurement.ProcessorTime();
        long commits = store.Commits;
        long began = Stopwatch.GetTimestamp();
        await SendAsync(host, lines);
        await DrainedAsync(host);
        double seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        measurement.Report("rate", lines.Length / seconds, "events/s");
        measurement.Report("processor", (Measurement.ProcessorTime() - processor) * 1000 / lines.Length, "ms/event");
        measurement.Report("commits", (double)(store.Commits - commits) / lines.Length, "commits/event");
        await host.StopAsync();
    }

    private static async Task SendAsync(IHost host, EventLine[] lines)
    {
        await using ServiceBusSender sender = host.Services.GetRequiredService<ServiceBusClient>().CreateSender(IngestEvents.Topic);
        foreach (EventLine[] batch in lines.Chunk(BatchSize))
        {
            await sender.SendMessagesAsync(batch.Select(line =>
                new ServiceBusMessage(BinaryData.FromBytes(line.Json)) { MessageId = line.MessageId, ContentType = EventLine.ContentType }));
        }
    }

    /// <summary>No message waits, and every placement has been looked at since its last event.</summary>
    private static async Task DrainedAsync(IHost host)
    {
        BusAddress source = BusAddress.Parse($"{IngestEvents.Topic}/subscriptions/{IngestEvents.Subscription}");
        MessageBus bus = host.Services.GetRequiredService<MessageBus>();
        UnreconciledList waiting = host.Services.GetRequiredService<UnreconciledList>();
        while (bus.Count(source).Active > 0 || (await waiting.WaitingSinceAsync(Instant.MaxValue, CancellationToken.None)).Count > 0)
        {
            // Counting reads the whole queue: often enough to be exact to a second, seldom enough not to be measured itself.
            await Task.Delay(500);
        }

        if (bus.Count(source with { DeadLetter = true }).Active > 0)
        {
            throw new InvalidOperationException("Expected every event to be taken; some are among the dead letters.");
        }
    }
}
