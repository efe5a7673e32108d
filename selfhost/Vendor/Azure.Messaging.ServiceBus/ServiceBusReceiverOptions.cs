namespace Azure.Messaging.ServiceBus;

/// <summary>What a receiver receives, and how.</summary>
public class ServiceBusReceiverOptions
{
    public ServiceBusReceiveMode ReceiveMode { get; set; } = ServiceBusReceiveMode.PeekLock;

    public SubQueue SubQueue { get; set; }

    /// <summary>Names the receiver in logs.</summary>
    public string? Identifier { get; set; }
}
