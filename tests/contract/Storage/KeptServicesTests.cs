using System.Globalization;
using Azure.Data.Tables;
using Azure.Messaging.ServiceBus;
using Rettidig.Contract.Tests.Bus;
using Rettidig.SelfHost.Bus;
using Rettidig.SelfHost.Schedules;
using Rettidig.SelfHost.Storage;
using Rettidig.SelfHost.Tables;
using Rettidig.SelfHost.Time;

namespace Rettidig.Contract.Tests.Storage;

/// <summary>Data files that earlier versions wrote are brought up to date, with every message, row and schedule in them. Numbered by the version of the bus.</summary>
public sealed class KeptServicesTests : IAsyncLifetime
{
    private static readonly string Kept = Path.Combine(AppContext.BaseDirectory, "Databases");

    private readonly string folder = Directory.CreateTempSubdirectory("kept-").FullName;
    private readonly SimulatedClock clock = new(KeptServices.Start);
    private SqliteStore? store;

    public static TheoryData<int> Versions => [.. Enumerable.Range(1, BusSchema.Scripts.Length)];

    private string Data => Path.Combine(folder, "data.db");

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (store is not null)
        {
            await store.DisposeAsync();
        }

        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Every_message_in_a_kept_file_is_still_delivered_and_at_its_time(int version)
    {
        await OpenAsync(version);
        await using var client = new ServiceBusClient("Embedded=" + Data);
        ServiceBusReceiver orders = client.CreateReceiver("orders");
        ServiceBusReceivedMessage ready = await NextAsync(orders);
        ServiceBusReceivedMessage dead = await NextAsync(client.CreateReceiver("orders", new ServiceBusReceiverOptions { SubQueue = SubQueue.DeadLetter }));

        Assert.Equal(("ready", "æøå ready", "emne", 1), (ready.MessageId, ready.Body.ToString(), ready.Subject, ready.DeliveryCount));
        Assert.Equal((7, "ja"), (ready.ApplicationProperties["tal"], ready.ApplicationProperties["tekst"]));
        Assert.Equal(("dead", "missing-field", "Feltet mangler."), (dead.MessageId, dead.DeadLetterReason, dead.DeadLetterErrorDescription));
        Assert.Null(await orders.ReceiveMessageAsync(TimeSpan.Zero));
        foreach (string subscription in (string[])["first", "second"])
        {
            Assert.Equal("til begge", (await NextAsync(client.CreateReceiver("news", subscription))).Body.ToString());
        }

        await orders.CompleteMessageAsync(ready);
        clock.JumpTo(KeptServices.Start.AddDays(1));
        ServiceBusReceivedMessage held = await NextAsync(orders);

        Assert.Equal(("held", 2), (held.MessageId, held.DeliveryCount));
        Assert.Equal("later", (await NextAsync(orders)).MessageId);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Every_row_and_schedule_in_a_kept_file_is_still_there(int version)
    {
        await OpenAsync(version);
        var table = new TableClient("Embedded=" + Data, "Cases");
        TableEntity head = (await table.GetEntityAsync<TableEntity>("101:P-1", "head")).Value;
        TableEntity row = (await table.GetEntityAsync<TableEntity>("101:P-1", "row")).Value;

        Assert.Equal(("æøå", 7, 8_000_000_000L, 0.5, true), (head.GetString("Text"), head.GetInt32("Int"), head.GetInt64("Long"), head.GetDouble("Real"), head.GetBoolean("Truth")));
        Assert.Equal(KeptServices.Start, head.GetDateTimeOffset("At"));
        Assert.Equal([1, 2, 3], head.GetBinary("Bytes"));
        Assert.Equal("siden", row.GetString("Text"));
        Assert.Equal(
            new ScheduleState(KeptServices.Start.AddMinutes(-15), KeptServices.Start.AddMinutes(15), KeptServices.Start),
            new ScheduleStore(store!).Find("Tick"));
    }

    [Fact]
    public async Task There_is_a_kept_file_of_the_newest_version_of_each_part()
    {
        string newest = FileOf(BusSchema.Scripts.Length);
        if (!File.Exists(newest))
        {
            Directory.CreateDirectory(Kept);
            await KeptServices.WriteAsync(newest);
            Assert.Fail($"There was none, so {newest} has been written: copy it to tests/contract/Databases and keep it.");
        }

        await CopyAsync(BusSchema.Scripts.Length);
        string[] parts = [.. store!.Read(session => session.Query("SELECT part, version FROM schema_versions ORDER BY part", row => $"{row.GetString(0)} {row.GetInt32(1)}"))];

        Assert.Equal([$"bus {BusSchema.Scripts.Length}", "schedules 1", $"tables {TableSchema.Scripts.Length}"], parts);
    }

    private static string FileOf(int version) => Path.Combine(Kept, string.Create(CultureInfo.InvariantCulture, $"services-{version}.db"));

    private static async Task<ServiceBusReceivedMessage> NextAsync(ServiceBusReceiver receiver) =>
        await receiver.ReceiveMessageAsync(TimeSpan.Zero) ?? throw new InvalidOperationException("A message is missing.");

    private async Task OpenAsync(int version)
    {
        await CopyAsync(version);
        await MessageBus.On(store!).DeclareAsync(EmbeddedBus.Topology);
    }

    private Task CopyAsync(int version)
    {
        File.Copy(FileOf(version), Data);
        store = SqliteStore.Open(Data, StoreDurability.None);
        store.Time = clock;
        return Task.CompletedTask;
    }
}
