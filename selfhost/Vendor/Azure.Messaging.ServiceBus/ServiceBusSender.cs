using Rettidig.SelfHost.Bus;

namespace Azure.Messaging.ServiceBus;

/// <summary>Sends messages to a queue or a topic.</summary>
/// <remarks>A refusal is a <see cref="ServiceBusException"/>: MessagingEntityNotFound, MessageSizeExceeded.</remarks>
public class ServiceBusSender : IAsyncDisposable
{
    private readonly ServiceBusClient client;

    /// <summary>For mocks.</summary>
    protected ServiceBusSender()
    {
        client = null!;
        EntityPath = "";
    }

    protected internal ServiceBusSender(ServiceBusClient client, string queueOrTopicName)
    {
        this.client = client;
        EntityPath = queueOrTopicName;
    }

    public virtual string EntityPath { get; }

    public virtual string FullyQualifiedNamespace => client.FullyQualifiedNamespace;

    public virtual string Identifier => client.Identifier;

    public virtual bool IsClosed { get; private set; }

    public virtual Task SendMessageAsync(ServiceBusMessage message, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        return SendAsync([message], null, cancellationToken);
    }

    /// <summary>Sends all or none.</summary>
    public virtual Task SendMessagesAsync(IEnumerable<ServiceBusMessage> messages, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        return SendAsync(messages, null, cancellationToken);
    }

    /// <summary>An empty batch, for messages to be sent together.</summary>
    public virtual ValueTask<ServiceBusMessageBatch> CreateMessageBatchAsync(CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(new ServiceBusMessageBatch(null));

    /// <inheritdoc cref="CreateMessageBatchAsync(CancellationToken)"/>
    /// <exception cref="ArgumentOutOfRangeException">More bytes are asked for than the queue or topic takes.</exception>
    public virtual ValueTask<ServiceBusMessageBatch> CreateMessageBatchAsync(CreateMessageBatchOptions options, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(new ServiceBusMessageBatch(options?.MaxSizeInBytes));

    /// <summary>Sends all of the batch or none.</summary>
    public virtual Task SendMessagesAsync(ServiceBusMessageBatch messageBatch, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messageBatch);
        return SendAsync(messageBatch.Messages, null, cancellationToken);
    }

    /// <summary>Sends a message that cannot be received before the given moment.</summary>
    /// <returns>Its sequence number, with which it can be taken back.</returns>
    public virtual async Task<long> ScheduleMessageAsync(ServiceBusMessage message, DateTimeOffset scheduledEnqueueTime, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        return (await SendAsync([message], scheduledEnqueueTime, cancellationToken).ConfigureAwait(false))[0] ?? 0;
    }

    /// <inheritdoc cref="ScheduleMessageAsync"/>
    public virtual async Task<IReadOnlyList<long>> ScheduleMessagesAsync(IEnumerable<ServiceBusMessage> messages, DateTimeOffset scheduledEnqueueTime, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        return [.. (await SendAsync(messages, scheduledEnqueueTime, cancellationToken).ConfigureAwait(false)).Select(number => number ?? 0)];
    }

    /// <exception cref="ServiceBusException">MessageNotFound: it was taken back already, or has fallen due.</exception>
    public virtual Task CancelScheduledMessageAsync(long sequenceNumber, CancellationToken cancellationToken = default) =>
        CancelScheduledMessagesAsync([sequenceNumber], cancellationToken);

    /// <inheritdoc cref="CancelScheduledMessageAsync"/>
    public virtual Task CancelScheduledMessagesAsync(IEnumerable<long> sequenceNumbers, CancellationToken cancellationToken = default) =>
        MessageMap.Guard(
            EntityPath,
            async () =>
            {
                await OpenBus().CancelScheduledAsync(EntityPath, [.. sequenceNumbers]).ConfigureAwait(false);
                return true;
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

    private Task<IReadOnlyList<long?>> SendAsync(IEnumerable<ServiceBusMessage> messages, DateTimeOffset? scheduled, CancellationToken cancellationToken) =>
        MessageMap.Guard(EntityPath, () => OpenBus().SendAsync(EntityPath, [.. messages.Select(message => MessageMap.ToBus(message, scheduled))]), cancellationToken);

    private MessageBus OpenBus() =>
        IsClosed ? throw new ObjectDisposedException(nameof(ServiceBusSender), "The sender has been closed. Make another.") : client.OpenBus();
}
