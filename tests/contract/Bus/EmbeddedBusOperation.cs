using Azure.Core;
using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.Configuration;
using NSubstitute;
using Rettidig.SelfHost.Bus;

namespace Rettidig.Contract.Tests.Bus;

/// <summary>What only the embedded bus promises.</summary>
public sealed class EmbeddedBusOperation : IAsyncLifetime
{
    private static readonly BusAddress Orders = new("orders");

    private readonly DataFile file = new();
    private MessageBus bus = null!;

    public async Task InitializeAsync()
    {
        bus = MessageBus.On(file.Store);
        await bus.DeclareAsync(EmbeddedBus.Topology);
    }

    public Task DisposeAsync() => file.DisposeAsync().AsTask();

    [Fact]
    public async Task What_was_sent_and_what_was_locked_is_there_after_a_restart()
    {
        await bus.SendAsync("orders", new BusMessage { MessageId = "1" }, new BusMessage { MessageId = "2" });
        await bus.ReceiveAsync(Orders);

        await file.RestartAsync();
        MessageBus after = MessageBus.On(file.Store);

        Assert.Equal("2", Assert.Single(await after.ReceiveAsync(Orders, 10)).Message.MessageId);
        file.Clock.JumpTo(file.Clock.GetUtcNow().AddMinutes(1));
        Assert.Equal(["1", "2"], (await after.ReceiveAsync(Orders, 10)).Select(delivery => delivery.Message.MessageId));
    }

    [Fact]
    public async Task Those_who_wait_are_woken_when_a_message_comes()
    {
        Task first = bus.Signal(new BusAddress("news", "first")).Next();
        Task second = bus.Signal(BusAddress.Parse("News/subscriptions/Second")).Next();
        Task orders = bus.Signal(Orders).Next();

        await bus.SendAsync("news", new BusMessage { MessageId = "1" });

        Assert.Equal((true, true, false), (first.IsCompleted, second.IsCompleted, orders.IsCompleted));
    }

    [Fact]
    public async Task The_next_moment_is_that_of_the_first_lock_or_schedule_to_fall()
    {
        DateTimeOffset now = file.Clock.GetUtcNow();
        Assert.Null(bus.NextDue(Orders));

        await bus.SendAsync("orders", new BusMessage { MessageId = "later", ScheduledEnqueueTime = now.AddHours(1) });
        Assert.Equal(now.AddHours(1), bus.NextDue(Orders));
        await bus.SendAsync("orders", new BusMessage { MessageId = "now" });
        await bus.ReceiveAsync(Orders);
        Assert.Equal(now.AddMinutes(1), bus.NextDue(Orders));
    }

    [Fact]
    public async Task The_counts_say_what_is_where()
    {
        await bus.SendAsync("orders", [.. Enumerable.Range(0, 5).Select(number => new BusMessage { MessageId = $"{number}" })]);
        await bus.SendAsync("orders", new BusMessage { MessageId = "later", ScheduledEnqueueTime = file.Clock.GetUtcNow().AddHours(1) });
        IReadOnlyList<BusDelivery> received = await bus.ReceiveAsync(Orders, 3);
        await bus.DeadLetterAsync(Orders, received[0].LockToken, "r", "d");
        await bus.DeferAsync(Orders, received[1].LockToken);

        Assert.Equal(new BusCounts(Active: 3, Scheduled: 1, Deferred: 1, DeadLetter: 1), bus.Count(Orders));
    }

    [Fact]
    public async Task A_resent_dead_letter_begins_anew()
    {
        await bus.SendAsync("orders", new BusMessage { MessageId = "1" });
        BusDelivery received = Assert.Single(await bus.ReceiveAsync(Orders));
        await bus.DeadLetterAsync(Orders, received.LockToken, "r", "d");

        await bus.ResendAsync(Orders with { DeadLetter = true }, received.SequenceNumber);

        BusDelivery again = Assert.Single(await bus.ReceiveAsync(Orders));
        Assert.Equal(("1", 1, null), (again.Message.MessageId, again.DeliveryCount, again.DeadLetterReason));
        Assert.NotEqual(received.LockToken, again.LockToken);
        Assert.Equal(0, bus.Count(Orders).DeadLetter);
        BusError refusal = await Assert.ThrowsAsync<BusError>(() => bus.ResendAsync(Orders with { DeadLetter = true }, received.SequenceNumber));
        Assert.Equal(BusErrorKind.MessageNotFound, refusal.Kind);
    }

    [Fact]
    public async Task A_message_out_of_time_is_kept_where_that_was_asked_for()
    {
        await bus.DeclareAsync(new BusTopology().Queue("notices", new BusEntityOptions { DeadLetterOnExpiration = true }));
        await bus.SendAsync("notices", new BusMessage { MessageId = "1", TimeToLive = TimeSpan.FromMinutes(5) });
        file.Clock.JumpTo(file.Clock.GetUtcNow().AddMinutes(5));

        Assert.Empty(await bus.ReceiveAsync(new BusAddress("notices")));
        Assert.Equal("TTLExpiredException", Assert.Single(bus.Peek(new BusAddress("notices", null, DeadLetter: true))).DeadLetterReason);
    }

    [Fact]
    public async Task The_topology_is_read_from_settings()
    {
        IConfiguration settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["SelfHost:Topics:placement-events:Subscriptions"] = "rettidig, audit",
            ["SelfHost:Topics:placement-events:MaxDeliveryCount"] = "2",
            ["SelfHost:Queues:letters:LockDuration"] = "00:00:30",
        }).Build();

        await bus.DeclareAsync(BusTopology.Read(settings.GetSection("SelfHost")));

        Assert.Equal(["letters", "news", "orders", "placement-events"], bus.Entities);
        await bus.SendAsync("letters", new BusMessage());
        Assert.Equal(file.Clock.GetUtcNow().AddSeconds(30), Assert.Single(await bus.ReceiveAsync(new BusAddress("letters"))).LockedUntil);
    }

    [Theory]
    [InlineData("SelfHost:Topics:t:MaxDeliveryCount", "3", "Subscriptions")]
    [InlineData("SelfHost:Queues:q:LockDuration", "01:00:00", "LockDuration")]
    public void A_setting_that_cannot_be_is_named(string key, string value, string named)
    {
        IConfiguration settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { [key] = value }).Build();

        Assert.Contains(named, Assert.Throws<InvalidOperationException>(() => BusTopology.Read(settings.GetSection("SelfHost"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_connection_string_of_a_namespace_is_refused_with_what_to_set()
    {
        ArgumentException refusal = Assert.Throws<ArgumentException>(() =>
            new ServiceBusClient("Endpoint=sb://x.servicebus.windows.net/;SharedAccessKeyName=RootManageSharedAccessKey;SharedAccessKey=c2VjcmV0"));

        Assert.Contains("Embedded=<path", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("c2VjcmV0", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_namespace_that_an_identity_opens_is_refused_with_what_to_set() => Assert.Contains(
        "Embedded=<path",
        Assert.Throws<ArgumentException>(() => new ServiceBusClient("x.servicebus.windows.net", Substitute.For<TokenCredential>())).Message,
        StringComparison.Ordinal);
}
