namespace Azure.Messaging.ServiceBus;

/// <summary>How a client connects. The embedded bus needs no connection.</summary>
public class ServiceBusClientOptions
{
    /// <summary>Names the client in logs.</summary>
    public string? Identifier { get; set; }
}
