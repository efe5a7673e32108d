using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Runs the function on a message of a queue or of a subscription to a topic. Names may be <c>%setting%</c>.</summary>
public sealed class ServiceBusTriggerAttribute : TriggerBindingAttribute
{
    public ServiceBusTriggerAttribute(string queueName) => QueueName = queueName;

    public ServiceBusTriggerAttribute(string topicName, string subscriptionName)
    {
        TopicName = topicName;
        SubscriptionName = subscriptionName;
    }

    public string? QueueName { get; }

    public string? TopicName { get; }

    public string? SubscriptionName { get; }

    /// <summary>The name of the setting with the connection.</summary>
    public string? Connection { get; set; }

    /// <summary>Complete the message when the function succeeds; otherwise the function does it by <see cref="ServiceBusMessageActions"/>.</summary>
    public bool AutoCompleteMessages { get; set; } = true;
}
