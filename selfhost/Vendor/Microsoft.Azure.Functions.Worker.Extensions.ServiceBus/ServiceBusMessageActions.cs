using Azure.Messaging.ServiceBus;
using Rettidig.Compat.Functions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Settles the message of a Service Bus function. A parameter of this type is given to the function.</summary>
/// <remarks>Every method throws <see cref="ServiceBusException"/> when the lock on the message is lost.</remarks>
public class ServiceBusMessageActions
{
    private readonly ServiceBusDelivery? delivery;

    internal ServiceBusMessageActions(ServiceBusDelivery delivery) => this.delivery = delivery;

    /// <summary>For mocks.</summary>
    protected ServiceBusMessageActions()
    {
    }

    /// <summary>Done: the message is removed.</summary>
    public virtual Task CompleteMessageAsync(ServiceBusReceivedMessage message, CancellationToken cancellationToken = default) =>
        Of(message).CompleteAsync(cancellationToken);

    /// <summary>Not done: the message is delivered again at once, until it has been delivered too often.</summary>
    public virtual Task AbandonMessageAsync(
        ServiceBusReceivedMessage message,
        IDictionary<string, object>? propertiesToModify = null,
        CancellationToken cancellationToken = default) =>
        Of(message).AbandonAsync(propertiesToModify, cancellationToken);

    /// <summary>Never: the message goes to the dead-letter queue, with a reason that a person can act on.</summary>
    public virtual Task DeadLetterMessageAsync(
        ServiceBusReceivedMessage message,
        Dictionary<string, object>? propertiesToModify = null,
        string? deadLetterReason = null,
        string? deadLetterErrorDescription = null,
        CancellationToken cancellationToken = default) =>
        Of(message).DeadLetterAsync(propertiesToModify, deadLetterReason, deadLetterErrorDescription, cancellationToken);

    /// <summary>Later: the message is kept and received by its sequence number alone.</summary>
    public virtual Task DeferMessageAsync(
        ServiceBusReceivedMessage message,
        IDictionary<string, object>? propertiesToModify = null,
        CancellationToken cancellationToken = default) =>
        Of(message).DeferAsync(propertiesToModify, cancellationToken);

    /// <summary>Needs more time: the lock on the message begins anew.</summary>
    public virtual Task RenewMessageLockAsync(ServiceBusReceivedMessage message, CancellationToken cancellationToken = default) =>
        Of(message).RenewAsync(cancellationToken);

    private ServiceBusDelivery Of(ServiceBusReceivedMessage message) => delivery is not null && ReferenceEquals(delivery.Message, message)
        ? delivery
        : throw new ArgumentException("These actions settle the message the function was started with, and this is another one.", nameof(message));
}
