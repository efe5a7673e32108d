using Azure.Messaging.ServiceBus;

namespace Rettidig.Contract.Tests.Bus;

/// <summary>A bus to hold against the contract, with the queue <c>orders</c> and the topic <c>news</c> with the subscriptions <c>first</c> and <c>second</c>.</summary>
public interface IBusSubject : IAsyncLifetime
{
    ServiceBusClient Client { get; }

    /// <summary>Time goes by on the bus.</summary>
    void Advance(TimeSpan time);
}

/// <summary>What every suite over the bus shares.</summary>
public abstract class BusContract<TSubject> : IAsyncLifetime
    where TSubject : IBusSubject, new()
{
    protected const string Queue = "orders";
    protected const string Topic = "news";

    private readonly TSubject subject = new();

    protected ServiceBusClient Client => subject.Client;

    protected ServiceBusSender Sender { get; private set; } = null!;

    protected ServiceBusReceiver Receiver { get; private set; } = null!;

    protected ServiceBusReceiver DeadLetters { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await subject.InitializeAsync();
        Sender = Client.CreateSender(Queue);
        Receiver = Client.CreateReceiver(Queue);
        DeadLetters = Client.CreateReceiver(Queue, new ServiceBusReceiverOptions { SubQueue = SubQueue.DeadLetter });
    }

    public Task DisposeAsync() => subject.DisposeAsync();

    protected void Advance(TimeSpan time) => subject.Advance(time);

    protected static ServiceBusMessage Message(string id, string body = "") => new(body) { MessageId = id };

    /// <summary>What is there now; an empty queue is not waited for.</summary>
    protected static Task<ServiceBusReceivedMessage?> NowAsync(ServiceBusReceiver receiver) => receiver.ReceiveMessageAsync(TimeSpan.Zero);

    protected static async Task<ServiceBusReceivedMessage> OneAsync(ServiceBusReceiver receiver) =>
        await NowAsync(receiver) ?? throw new InvalidOperationException("Expected a message in " + receiver.EntityPath + ", there is none.");

    protected static async Task RefusedAsync(ServiceBusFailureReason reason, Func<Task> request) =>
        Assert.Equal(reason, (await Assert.ThrowsAsync<ServiceBusException>(request)).Reason);
}
