namespace Azure.Messaging.ServiceBus;

/// <summary>What receiving a message does to it.</summary>
public enum ServiceBusReceiveMode
{
    /// <summary>It is locked until it is settled, or the lock expires.</summary>
    PeekLock = 0,

    /// <summary>It is gone.</summary>
    ReceiveAndDelete = 1,
}
