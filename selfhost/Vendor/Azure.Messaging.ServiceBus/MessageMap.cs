using Rettidig.SelfHost.Bus;

namespace Azure.Messaging.ServiceBus;

/// <summary>Between messages of the client and messages of the embedded bus, and their refusals.</summary>
internal static class MessageMap
{
    public static BusMessage ToBus(ServiceBusMessage message, DateTimeOffset? scheduled = null) => new()
    {
        Body = message.Body.ToArray(),
        MessageId = message.MessageId ?? "",
        ContentType = message.ContentType,
        CorrelationId = message.CorrelationId,
        Subject = message.Subject,
        To = message.To,
        ReplyTo = message.ReplyTo,
        ReplyToSessionId = message.ReplyToSessionId,
        SessionId = message.SessionId,
        PartitionKey = message.PartitionKey,
        TimeToLive = message.TimeToLive == TimeSpan.MaxValue ? null : message.TimeToLive,
        ScheduledEnqueueTime = scheduled ?? (message.ScheduledEnqueueTime == default ? null : message.ScheduledEnqueueTime),
        Properties = new Dictionary<string, object>(message.ApplicationProperties, StringComparer.Ordinal),
    };

    public static ServiceBusReceivedMessage FromBus(BusDelivery delivery) => new()
    {
        Body = BinaryData.FromBytes(delivery.Message.Body),
        MessageId = delivery.Message.MessageId,
        ContentType = delivery.Message.ContentType,
        CorrelationId = delivery.Message.CorrelationId,
        Subject = delivery.Message.Subject,
        To = delivery.Message.To,
        ReplyTo = delivery.Message.ReplyTo,
        ReplyToSessionId = delivery.Message.ReplyToSessionId,
        SessionId = delivery.Message.SessionId,
        PartitionKey = delivery.Message.PartitionKey,
        TimeToLive = delivery.Message.TimeToLive ?? TimeSpan.MaxValue,
        ScheduledEnqueueTime = delivery.Message.ScheduledEnqueueTime ?? default,
        ApplicationProperties = WithReason(delivery),
        LockTokenGuid = delivery.LockedUntil is null ? default : delivery.LockToken,
        LockedUntil = delivery.LockedUntil ?? default,
        DeliveryCount = delivery.DeliveryCount,
        SequenceNumber = delivery.SequenceNumber,
        EnqueuedSequenceNumber = delivery.SequenceNumber,
        EnqueuedTime = delivery.EnqueuedTime,
        State = (ServiceBusMessageState)delivery.State,
    };

    /// <summary>Runs the work and throws the bus's refusals as the client does.</summary>
    public static async Task<T> Guard<T>(string path, Func<Task<T>> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (BusError refusal) when (refusal.Kind == BusErrorKind.BadMessage)
        {
            throw new ArgumentException(refusal.Message, refusal);
        }
        catch (BusError refusal)
        {
            throw new ServiceBusException(refusal.Message, ReasonOf(refusal.Kind), path, refusal);
        }
    }

    private static ServiceBusFailureReason ReasonOf(BusErrorKind kind) => kind switch
    {
        BusErrorKind.EntityNotFound => ServiceBusFailureReason.MessagingEntityNotFound,
        BusErrorKind.LockLost => ServiceBusFailureReason.MessageLockLost,
        BusErrorKind.MessageNotFound => ServiceBusFailureReason.MessageNotFound,
        BusErrorKind.TooLarge => ServiceBusFailureReason.MessageSizeExceeded,
        _ => ServiceBusFailureReason.GeneralError,
    };

    /// <summary>Reason and description travel as application properties, as they do in Service Bus.</summary>
    private static IReadOnlyDictionary<string, object> WithReason(BusDelivery delivery)
    {
        if (delivery is { DeadLetterReason: null, DeadLetterDescription: null })
        {
            return delivery.Message.Properties;
        }

        var properties = new Dictionary<string, object>(delivery.Message.Properties, StringComparer.Ordinal);
        if (delivery.DeadLetterReason is { } reason)
        {
            properties[ServiceBusReceivedMessage.ReasonProperty] = reason;
        }

        if (delivery.DeadLetterDescription is { } description)
        {
            properties[ServiceBusReceivedMessage.DescriptionProperty] = description;
        }

        return properties;
    }
}
