using Azure.Core;
using Rettidig.SelfHost.Bus;
using Rettidig.SelfHost.Storage;

namespace Azure.Messaging.ServiceBus;

/// <summary>The way to queues and topics: those in the embedded data file, <c>Embedded=&lt;path&gt;</c>.</summary>
public class ServiceBusClient : IAsyncDisposable
{
    private const string EmbeddedPrefix = "Embedded=";

    /// <param name="connectionString"><c>Embedded=&lt;path of the data file&gt;</c>.</param>
    /// <exception cref="ArgumentException">The connection string is of a Service Bus namespace, which this build does not reach.</exception>
    public ServiceBusClient(string connectionString)
        : this(connectionString, new ServiceBusClientOptions())
    {
    }

    /// <inheritdoc cref="ServiceBusClient(string)"/>
    public ServiceBusClient(string connectionString, ServiceBusClientOptions options)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionString);
        if (!connectionString.StartsWith(EmbeddedPrefix, StringComparison.OrdinalIgnoreCase))
        {
            throw new ArgumentException(
                "This build reaches embedded storage only: set the connection string to 'Embedded=<path of the data file>', " +
                "or build with -p:AzurePackages=true to reach a Service Bus namespace.",
                nameof(connectionString));
        }

        Bus = MessageBus.On(SqliteStore.Join(connectionString[EmbeddedPrefix.Length..].TrimEnd(';')));
        Identifier = options?.Identifier ?? "embedded";
    }

    /// <param name="fullyQualifiedNamespace">Such as <c>kommune.servicebus.windows.net</c>.</param>
    /// <param name="credential">An identity.</param>
    /// <exception cref="ArgumentException">Always: a namespace is what this build does not reach.</exception>
    public ServiceBusClient(string fullyQualifiedNamespace, TokenCredential credential)
        : this(fullyQualifiedNamespace) => ArgumentNullException.ThrowIfNull(credential);

    /// <summary>For mocks.</summary>
    protected ServiceBusClient()
    {
        Bus = null!;
        Identifier = "";
    }

    public virtual string FullyQualifiedNamespace => "embedded";

    public virtual string Identifier { get; }

    public virtual bool IsClosed { get; private set; }

    internal MessageBus Bus { get; }

    public virtual ServiceBusSender CreateSender(string queueOrTopicName)
    {
        ArgumentException.ThrowIfNullOrEmpty(queueOrTopicName);
        return new ServiceBusSender(this, queueOrTopicName);
    }

    public virtual ServiceBusReceiver CreateReceiver(string queueName) => CreateReceiver(queueName, new ServiceBusReceiverOptions());

    public virtual ServiceBusReceiver CreateReceiver(string queueName, ServiceBusReceiverOptions options)
    {
        ArgumentException.ThrowIfNullOrEmpty(queueName);
        return new ServiceBusReceiver(this, queueName, options);
    }

    public virtual ServiceBusReceiver CreateReceiver(string topicName, string subscriptionName) => CreateReceiver(topicName, subscriptionName, new ServiceBusReceiverOptions());

    public virtual ServiceBusReceiver CreateReceiver(string topicName, string subscriptionName, ServiceBusReceiverOptions options)
    {
        ArgumentException.ThrowIfNullOrEmpty(topicName);
        ArgumentException.ThrowIfNullOrEmpty(subscriptionName);
        return new ServiceBusReceiver(this, topicName, subscriptionName, options);
    }

    public virtual ValueTask DisposeAsync()
    {
        IsClosed = true;
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    internal MessageBus OpenBus() =>
        IsClosed ? throw new ObjectDisposedException(nameof(ServiceBusClient), "The client has been closed. Make another.") : Bus;
}
