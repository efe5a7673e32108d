using System.Runtime.CompilerServices;
using Rettidig.SelfHost.Bus;

namespace Azure.Messaging.ServiceBus;

/// <summary>Receives messages from a queue or a subscription, or from the dead letters of either, and settles them.</summary>
/// <remarks>A refusal is a <see cref="ServiceBusException"/>: MessageLockLost when the message was settled before, or the lock has expired.</remarks>
public partial class ServiceBusReceiver : IAsyncDisposable
{
    /// <summary>How long an empty queue is waited for when nothing else is said.</summary>
    private static readonly TimeSpan DefaultWait = TimeSpan.FromMinutes(1);

    private readonly ServiceBusClient client;
    private readonly BusAddress address;
    private long nextToPeek;

    protected internal ServiceBusReceiver(ServiceBusClient client, string queueName, ServiceBusReceiverOptions options)
        : this(client, new BusAddress(queueName), options)
    {
    }

    protected internal ServiceBusReceiver(ServiceBusClient client, string topicName, string subscriptionName, ServiceBusReceiverOptions options)
        : this(client, new BusAddress(topicName, subscriptionName), options)
    {
    }

    /// <summary>For mocks.</summary>
    protected ServiceBusReceiver()
    {
        client = null!;
        Identifier = "";
    }

    private ServiceBusReceiver(ServiceBusClient client, BusAddress address, ServiceBusReceiverOptions? options)
    {
        options ??= new ServiceBusReceiverOptions();
        this.client = client;
        BusAddress named = BusAddress.Parse(address.Path);
        this.address = named with { DeadLetter = named.DeadLetter || options.SubQueue == SubQueue.DeadLetter };
        ReceiveMode = options.ReceiveMode;
        Identifier = options.Identifier ?? client.Identifier;
    }

    public virtual string EntityPath => address.ToString();

    public virtual string FullyQualifiedNamespace => client.FullyQualifiedNamespace;

    public virtual string Identifier { get; }

    public virtual bool IsClosed { get; private set; }

    public virtual ServiceBusReceiveMode ReceiveMode { get; }

    /// <summary>The next message; null when none came within the wait (one minute when it is not given).</summary>
    public virtual async Task<ServiceBusReceivedMessage?> ReceiveMessageAsync(TimeSpan? maxWaitTime = null, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<ServiceBusReceivedMessage> received = await ReceiveMessagesAsync(1, maxWaitTime, cancellationToken).ConfigureAwait(false);
        return received.Count == 0 ? null : received[0];
    }

    /// <summary>The next messages: those there are, or the first that come within the wait.</summary>
    public virtual Task<IReadOnlyList<ServiceBusReceivedMessage>> ReceiveMessagesAsync(int maxMessages, TimeSpan? maxWaitTime = null, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxMessages, 1);
        return Guard(() => WaitAsync(maxMessages, maxWaitTime ?? DefaultWait, cancellationToken), cancellationToken);
    }

    /// <summary>Every message as it comes, until cancelled.</summary>
    public virtual async IAsyncEnumerable<ServiceBusReceivedMessage> ReceiveMessagesAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            if (await ReceiveMessageAsync(null, cancellationToken).ConfigureAwait(false) is { } message)
            {
                yield return message;
            }
        }
    }

    /// <summary>Looks at the next message without receiving it; null when there is none.</summary>
    public virtual async Task<ServiceBusReceivedMessage?> PeekMessageAsync(long? fromSequenceNumber = null, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<ServiceBusReceivedMessage> seen = await PeekMessagesAsync(1, fromSequenceNumber, cancellationToken).ConfigureAwait(false);
        return seen.Count == 0 ? null : seen[0];
    }

    /// <summary>Looks at messages without receiving them; without a number, after those that this receiver has looked at.</summary>
    public virtual Task<IReadOnlyList<ServiceBusReceivedMessage>> PeekMessagesAsync(int maxMessages, long? fromSequenceNumber = null, CancellationToken cancellationToken = default) =>
        Guard(
            () =>
            {
                IReadOnlyList<BusDelivery> seen = OpenBus().Peek(address, fromSequenceNumber ?? nextToPeek, maxMessages);
                nextToPeek = seen.Count == 0 ? nextToPeek : seen[^1].SequenceNumber + 1;
                return Task.FromResult<IReadOnlyList<ServiceBusReceivedMessage>>([.. seen.Select(MessageMap.FromBus)]);
            },
            cancellationToken);

    public virtual Task CloseAsync(CancellationToken cancellationToken = default)
    {
        IsClosed = true;
        return Task.CompletedTask;
    }

    public virtual async ValueTask DisposeAsync()
    {
        await CloseAsync().ConfigureAwait(false);
        GC.SuppressFinalize(this);
    }

    private async Task<IReadOnlyList<ServiceBusReceivedMessage>> WaitAsync(int maxMessages, TimeSpan wait, CancellationToken cancellationToken) =>
        await TakeAsync(await OpenBus().ReceiveAsync(address, maxMessages, wait, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);

    private async Task<IReadOnlyList<ServiceBusReceivedMessage>> TakeAsync(IReadOnlyList<BusDelivery> received)
    {
        if (ReceiveMode == ServiceBusReceiveMode.ReceiveAndDelete)
        {
            await Task.WhenAll(received.Select(delivery => client.Bus.CompleteAsync(address, delivery.LockToken))).ConfigureAwait(false);
        }

        return [.. received.Select(MessageMap.FromBus)];
    }

    private Task<T> Guard<T>(Func<Task<T>> work, CancellationToken cancellationToken) => MessageMap.Guard(EntityPath, work, cancellationToken);

    private MessageBus OpenBus() =>
        IsClosed ? throw new ObjectDisposedException(nameof(ServiceBusReceiver), "The receiver has been closed. Make another.") : client.OpenBus();
}
