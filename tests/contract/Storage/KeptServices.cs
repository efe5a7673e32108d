using Azure;
using Azure.Data.Tables;
using Azure.Messaging.ServiceBus;
using Rettidig.Contract.Tests.Bus;
using Rettidig.SelfHost.Bus;
using Rettidig.SelfHost.Schedules;
using Rettidig.SelfHost.Storage;
using Rettidig.SelfHost.Time;

namespace Rettidig.Contract.Tests.Storage;

/// <summary>What stands in the kept data files of the bus, the tables and the schedules.</summary>
internal static class KeptServices
{
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    /// <summary>Writes a file as a process leaves it that dies with a message in its hands.</summary>
    public static async Task WriteAsync(string path)
    {
        await using SqliteStore store = SqliteStore.Open(path, StoreDurability.None);
        store.Time = new SimulatedClock(Start);
        await MessageBus.On(store).DeclareAsync(EmbeddedBus.Topology);
        await using var client = new ServiceBusClient("Embedded=" + path);
        await WriteQueueAsync(client);
        await client.CreateSender("news").SendMessageAsync(new ServiceBusMessage("til begge") { MessageId = "n1" });
        await WriteTableAsync(new TableClient("Embedded=" + path, "Cases"));
        await new ScheduleStore(store).SaveAsync("Tick", new ScheduleState(Start.AddMinutes(-15), Start.AddMinutes(15), Start));
    }

    private static async Task WriteQueueAsync(ServiceBusClient client)
    {
        ServiceBusSender sender = client.CreateSender("orders");
        ServiceBusReceiver receiver = client.CreateReceiver("orders");
        foreach (string id in (string[])["dead", "held", "ready"])
        {
            await sender.SendMessageAsync(new ServiceBusMessage($"æøå {id}") { MessageId = id, Subject = "emne", ApplicationProperties = { ["tal"] = 7, ["tekst"] = "ja" } });
        }

        await sender.ScheduleMessageAsync(new ServiceBusMessage("senere") { MessageId = "later" }, Start.AddDays(1));
        await receiver.DeadLetterMessageAsync((await receiver.ReceiveMessageAsync(TimeSpan.Zero))!, "missing-field", "Feltet mangler.");
        await receiver.ReceiveMessageAsync(TimeSpan.Zero);
    }

    private static async Task WriteTableAsync(TableClient table)
    {
        await table.CreateAsync();
        await table.AddEntityAsync(new TableEntity("101:P-1", "head")
        {
            ["Text"] = "æøå", ["Int"] = 7, ["Long"] = 8_000_000_000L, ["Real"] = 0.5, ["Truth"] = true, ["At"] = Start, ["Bytes"] = new byte[] { 1, 2, 3 },
        });
        await table.AddEntityAsync(new TableEntity("101:P-1", "row") { ["Text"] = "først" });
        await table.UpdateEntityAsync(new TableEntity("101:P-1", "row") { ["Text"] = "siden" }, ETag.All, TableUpdateMode.Replace);
    }
}
