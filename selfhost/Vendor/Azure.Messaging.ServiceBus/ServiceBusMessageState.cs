namespace Azure.Messaging.ServiceBus;

/// <summary>Where a message stands in its queue.</summary>
public enum ServiceBusMessageState
{
    Active = 0,

    /// <summary>Received by its sequence number alone.</summary>
    Deferred = 1,

    /// <summary>Not to be received yet.</summary>
    Scheduled = 2,
}
