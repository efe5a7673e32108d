using System.Globalization;
using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Rettidig.SelfHost.Bus;
using Rettidig.SelfHost.Hosting;
using Rettidig.SelfHost.Time;

namespace Rettidig.Contract.Tests.Hosting;

public sealed class ServiceBusFunctionTests : IDisposable
{
    private static readonly BusAddress Inbox = new("news", "reader");

    private readonly TemporaryFolder data = new();
    private readonly Journal journal = new();

    public void Dispose() => data.Dispose();

    [Fact]
    public async Task A_message_reaches_the_function_with_all_it_carries_and_is_gone_when_completed()
    {
        using IHost host = App(typeof(Completing)).Build();
        var message = new ServiceBusMessage("rødgrød") { MessageId = "m-1", Subject = "101/P-7", ContentType = "text/plain" };
        message.ApplicationProperties["kind"] = "dessert";

        await SendAsync(host, message);
        await Simulation.Of(host.Services).SettleAsync();

        Assert.Equal(["m-1 101/P-7 text/plain dessert rødgrød, delivery 1"], journal.Lines);
        Assert.Equal(new BusCounts(0, 0, 0, 0), Counts(host));
    }

    [Fact]
    public async Task A_function_that_succeeds_completes_its_message_when_asked_to()
    {
        using IHost host = App(typeof(AutoCompleting)).Build();

        await SendAsync(host, new ServiceBusMessage("one"), new ServiceBusMessage("two"));
        await Simulation.Of(host.Services).SettleAsync();

        Assert.Equal(["one", "two"], journal.Lines);
        Assert.Equal(new BusCounts(0, 0, 0, 0), Counts(host));
    }

    [Fact]
    public async Task A_function_that_always_throws_is_given_its_message_ten_times_and_then_no_more()
    {
        using IHost host = App(typeof(Throwing)).Build();

        await SendAsync(host, new ServiceBusMessage("poison"));
        await Simulation.Of(host.Services).SettleAsync();

        Assert.Equal(Enumerable.Range(1, 10).Select(delivery => $"delivery {delivery.ToString(CultureInfo.InvariantCulture)}"), journal.Lines);
        ServiceBusReceivedMessage dead = await DeadLetterAsync(host);
        Assert.Equal("MaxDeliveryCountExceeded", dead.DeadLetterReason);
        Assert.Equal("poison", dead.Body.ToString());
    }

    [Fact]
    public async Task A_refused_message_is_a_dead_letter_with_the_reason_and_the_remedy()
    {
        using IHost host = App(typeof(Refusing)).Build();

        await SendAsync(host, new ServiceBusMessage("not json"));
        await Simulation.Of(host.Services).SettleAsync();

        ServiceBusReceivedMessage dead = await DeadLetterAsync(host);
        Assert.Equal("not-json", dead.DeadLetterReason);
        Assert.Equal("Send JSON.", dead.DeadLetterErrorDescription);
        Assert.Equal("reader", dead.ApplicationProperties["seen by"]);
        Assert.Equal(1, Counts(host).DeadLetter);
    }

    [Fact]
    public async Task A_deferred_message_waits_for_whoever_asks_for_it_by_number()
    {
        using IHost host = App(typeof(Deferring)).Build();

        await SendAsync(host, new ServiceBusMessage("later"));
        await Simulation.Of(host.Services).RunUntilAsync(TestApp.Monday.AddHours(1));

        Assert.Equal(["deferred 1"], journal.Lines);
        Assert.Equal(new BusCounts(0, 0, 1, 0), Counts(host));
    }

    [Fact]
    public async Task A_message_that_is_not_settled_comes_back_when_its_lock_expires()
    {
        using IHost host = App(typeof(Forgetful)).Build();

        await SendAsync(host, new ServiceBusMessage("again"));
        await Simulation.Of(host.Services).RunUntilAsync(TestApp.Monday.AddSeconds(125));

        Assert.Equal(["10:00:00", "10:01:00", "10:02:00"], journal.Lines);
    }

    [Fact]
    public async Task A_scheduled_message_arrives_at_its_time()
    {
        using IHost host = App(typeof(Forgetful)).Build();

        await SendAsync(host, new ServiceBusMessage("then") { ScheduledEnqueueTime = TestApp.Monday.AddMinutes(90) });
        await Simulation.Of(host.Services).RunUntilAsync(TestApp.Monday.AddMinutes(90));

        Assert.Equal(["11:30:00"], journal.Lines);
    }

    [Fact]
    public async Task The_running_host_handles_every_message_once_on_several_loops()
    {
        FunctionsApplicationBuilder builder = App(typeof(Counting));
        builder.Services.AddSingleton(TimeProvider.System);
        using IHost host = builder.Build();
        await host.StartAsync();

        await SendAsync(host, [.. Enumerable.Range(0, 300).Select(i => new ServiceBusMessage(i.ToString(CultureInfo.InvariantCulture)))]);
        await host.Services.GetRequiredService<Countdown>().Done.Task.WaitAsync(TimeSpan.FromSeconds(60));
        await host.StopAsync();

        Assert.Equal(Enumerable.Range(0, 300), journal.Lines.Select(line => int.Parse(line, CultureInfo.InvariantCulture)).Order());
        Assert.Equal(new BusCounts(0, 0, 0, 0), Counts(host));
    }

    [Fact]
    public void A_subscription_that_is_not_there_is_told_with_the_setting_that_makes_it()
    {
        string message = Assert.Throws<EmbeddedHostException>(App(typeof(Elsewhere)).Build).Message;

        Assert.Equal("Funktionen Elsewhere lytter på abonnementet nobody på emnet news, som ikke findes: sæt SelfHost:Topics:news:Subscriptions=nobody.", message);
    }

    [Theory]
    [InlineData("ServiceBus", "Endpoint=sb://somewhere.servicebus.windows.net/")]
    [InlineData("ServiceBus:fullyQualifiedNamespace", "somewhere.servicebus.windows.net")]
    public void A_connection_to_a_namespace_is_refused_with_what_to_do(string setting, string value)
    {
        FunctionsApplicationBuilder builder = App(typeof(Completing));
        builder.Configuration[setting] = value;

        Assert.StartsWith($"Indstillingen {setting} peger på et Service Bus-navnerum", Assert.Throws<EmbeddedHostException>(builder.Build).Message, StringComparison.Ordinal);
    }

    private FunctionsApplicationBuilder App(Type functions)
    {
        FunctionsApplicationBuilder builder = TestApp.Builder(data, journal, functions);
        builder.Configuration["SelfHost:Topics:news:Subscriptions"] = "reader";
        builder.Configuration["SelfHost:Topics:news:DuplicateDetectionWindow"] = "00:00:00";
        builder.Configuration["Reader"] = "reader";
        builder.Services.AddSingleton<TimeProvider>(new SimulatedClock(TestApp.Monday));
        builder.Services.AddSingleton<Countdown>();
        return builder;
    }

    private static async Task SendAsync(IHost host, params IEnumerable<ServiceBusMessage> messages)
    {
        await using ServiceBusClient client = Client(host);
        await client.CreateSender("news").SendMessagesAsync(messages);
    }

    private static async Task<ServiceBusReceivedMessage> DeadLetterAsync(IHost host)
    {
        await using ServiceBusClient client = Client(host);
        ServiceBusReceiver receiver = client.CreateReceiver("news", "reader", new ServiceBusReceiverOptions { SubQueue = SubQueue.DeadLetter });
        return (await receiver.PeekMessageAsync())!;
    }

    private static ServiceBusClient Client(IHost host) => new(host.Services.GetRequiredService<IConfiguration>()["ServiceBus"]!);

    private static BusCounts Counts(IHost host) => host.Services.GetRequiredService<MessageBus>().Count(Inbox);

    internal sealed class Completing(Journal journal)
    {
        [Function("Completing")]
        public async Task RunAsync(
            [ServiceBusTrigger("news", "reader", Connection = "ServiceBus", AutoCompleteMessages = false)] ServiceBusReceivedMessage message,
            ServiceBusMessageActions actions,
            CancellationToken cancellationToken)
        {
            journal.Write($"{message.MessageId} {message.Subject} {message.ContentType} {message.ApplicationProperties["kind"]} {message.Body}, delivery {message.DeliveryCount}");
            await actions.CompleteMessageAsync(message, cancellationToken);
        }
    }

    internal sealed class AutoCompleting(Journal journal)
    {
        [Function("AutoCompleting")]
        public void Run([ServiceBusTrigger("news", "%Reader%", Connection = "ServiceBus")] ServiceBusReceivedMessage message) =>
            journal.Write(message.Body.ToString());
    }

    internal sealed class Throwing(Journal journal)
    {
        [Function("Throwing")]
        public void Run([ServiceBusTrigger("news", "reader", Connection = "ServiceBus")] ServiceBusReceivedMessage message)
        {
            journal.Write($"delivery {message.DeliveryCount}");
            throw new InvalidOperationException("Never.");
        }
    }

    internal sealed class Refusing
    {
        [Function("Refusing")]
        public Task RunAsync(
            [ServiceBusTrigger("news", "reader", Connection = "ServiceBus", AutoCompleteMessages = false)] ServiceBusReceivedMessage message,
            ServiceBusMessageActions actions) =>
            actions.DeadLetterMessageAsync(message, new Dictionary<string, object> { ["seen by"] = "reader" }, "not-json", "Send JSON.");
    }

    internal sealed class Deferring(Journal journal)
    {
        [Function("Deferring")]
        public async Task RunAsync(
            [ServiceBusTrigger("news", "reader", Connection = "ServiceBus")] ServiceBusReceivedMessage message,
            ServiceBusMessageActions actions)
        {
            await actions.DeferMessageAsync(message);
            journal.Write($"deferred {message.SequenceNumber}");
        }
    }

    internal sealed class Forgetful(Journal journal, TimeProvider time)
    {
        [Function("Forgetful")]
        public void Run([ServiceBusTrigger("news", "reader", Connection = "ServiceBus", AutoCompleteMessages = false)] ServiceBusReceivedMessage message) =>
            journal.Write(time.GetUtcNow().ToString("HH:mm:ss", CultureInfo.InvariantCulture));
    }

    internal sealed class Counting(Journal journal, Countdown countdown)
    {
        [Function("Counting")]
        public async Task RunAsync(
            [ServiceBusTrigger("news", "reader", Connection = "ServiceBus", AutoCompleteMessages = false)] ServiceBusReceivedMessage message,
            ServiceBusMessageActions actions)
        {
            journal.Write(message.Body.ToString());
            await actions.CompleteMessageAsync(message);
            countdown.Count();
        }
    }

    internal sealed class Elsewhere
    {
        [Function("Elsewhere")]
        public void Run([ServiceBusTrigger("news", "nobody", Connection = "ServiceBus")] ServiceBusReceivedMessage message)
        {
        }
    }

    internal sealed class Countdown
    {
        private int left = 300;

        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Count()
        {
            if (Interlocked.Decrement(ref left) == 0)
            {
                Done.SetResult();
            }
        }
    }
}
