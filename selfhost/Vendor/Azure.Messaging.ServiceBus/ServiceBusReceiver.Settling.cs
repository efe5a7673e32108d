using Rettidig.SelfHost.Bus;

namespace Azure.Messaging.ServiceBus;

public partial class ServiceBusReceiver
{
    /// <summary>Done: the message is removed.</summary>
    public virtual Task CompleteMessageAsync(ServiceBusReceivedMessage message, CancellationToken cancellationToken = default) =>
        SettleAsync(message, bus => bus.CompleteAsync(address, message.LockTokenGuid), cancellationToken);

    /// <summary>Not done: the message may be received again at once.</summary>
    public virtual Task AbandonMessageAsync(ServiceBusReceivedMessage message, IDictionary<string, object>? propertiesToModify = null, CancellationToken cancellationToken = default) =>
        SettleAsync(message, bus => bus.AbandonAsync(address, message.LockTokenGuid, Copy(propertiesToModify)), cancellationToken);

    /// <summary>Later: the message is received by its sequence number alone.</summary>
    public virtual Task DeferMessageAsync(ServiceBusReceivedMessage message, IDictionary<string, object>? propertiesToModify = null, CancellationToken cancellationToken = default) =>
        SettleAsync(message, bus => bus.DeferAsync(address, message.LockTokenGuid, Copy(propertiesToModify)), cancellationToken);

    /// <summary>Never: the message goes to the dead-letter queue.</summary>
    public virtual Task DeadLetterMessageAsync(ServiceBusReceivedMessage message, IDictionary<string, object>? propertiesToModify = null, CancellationToken cancellationToken = default) =>
        SettleAsync(message, bus => bus.DeadLetterAsync(address, message.LockTokenGuid, null, null, Copy(propertiesToModify)), cancellationToken);

    /// <inheritdoc cref="DeadLetterMessageAsync(ServiceBusReceivedMessage, IDictionary{string, object}, CancellationToken)"/>
    public virtual Task DeadLetterMessageAsync(ServiceBusReceivedMessage message, string deadLetterReason, string? deadLetterErrorDescription = null, CancellationToken cancellationToken = default) =>
        SettleAsync(message, bus => bus.DeadLetterAsync(address, message.LockTokenGuid, deadLetterReason, deadLetterErrorDescription), cancellationToken);

    /// <inheritdoc cref="DeadLetterMessageAsync(ServiceBusReceivedMessage, IDictionary{string, object}, CancellationToken)"/>
    public virtual Task DeadLetterMessageAsync(
        ServiceBusReceivedMessage message,
        IDictionary<string, object> propertiesToModify,
        string deadLetterReason,
        string? deadLetterErrorDescription = null,
        CancellationToken cancellationToken = default) =>
        SettleAsync(message, bus => bus.DeadLetterAsync(address, message.LockTokenGuid, deadLetterReason, deadLetterErrorDescription, Copy(propertiesToModify)), cancellationToken);

    /// <summary>Needs more time: the lock on the message begins anew.</summary>
    public virtual Task RenewMessageLockAsync(ServiceBusReceivedMessage message, CancellationToken cancellationToken = default) =>
        SettleAsync(message, async bus => message.LockedUntil = await bus.RenewAsync(address, message.LockTokenGuid).ConfigureAwait(false), cancellationToken);

    /// <exception cref="ServiceBusException">MessageNotFound: there is no deferred message of that number.</exception>
    public virtual async Task<ServiceBusReceivedMessage> ReceiveDeferredMessageAsync(long sequenceNumber, CancellationToken cancellationToken = default) =>
        (await ReceiveDeferredMessagesAsync([sequenceNumber], cancellationToken).ConfigureAwait(false))[0];

    /// <inheritdoc cref="ReceiveDeferredMessageAsync"/>
    public virtual Task<IReadOnlyList<ServiceBusReceivedMessage>> ReceiveDeferredMessagesAsync(IEnumerable<long> sequenceNumbers, CancellationToken cancellationToken = default) =>
        Guard(async () => await TakeAsync(await OpenBus().ReceiveDeferredAsync(address, [.. sequenceNumbers]).ConfigureAwait(false)).ConfigureAwait(false), cancellationToken);

    private Task SettleAsync(ServiceBusReceivedMessage message, Func<MessageBus, Task> settle, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (ReceiveMode != ServiceBusReceiveMode.PeekLock)
        {
            throw new InvalidOperationException("A message received with ReceiveAndDelete is gone already: there is nothing to settle. Receive with PeekLock.");
        }

        return Guard(
            async () =>
            {
                await settle(OpenBus()).ConfigureAwait(false);
                return true;
            },
            cancellationToken);
    }

    private static Dictionary<string, object>? Copy(IDictionary<string, object>? properties) => properties is null ? null : new Dictionary<string, object>(properties, StringComparer.Ordinal);
}
