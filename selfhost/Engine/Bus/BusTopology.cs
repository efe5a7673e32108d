using Microsoft.Extensions.Configuration;

namespace Rettidig.SelfHost.Bus;

/// <summary>How a queue or a topic with its subscriptions behaves. The defaults are those of Service Bus, with duplicate detection on.</summary>
public sealed record BusEntityOptions
{
    /// <summary>How long a received message is kept from others: at most five minutes.</summary>
    public TimeSpan LockDuration { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>After so many deliveries that were not completed, a message goes to the dead-letter queue.</summary>
    public int MaxDeliveryCount { get; init; } = 10;

    /// <summary>How long a MessageId is remembered, to drop doubles: 20 seconds to 7 days; zero: not at all.</summary>
    public TimeSpan DuplicateDetectionWindow { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Whether a message whose time to live has passed goes to the dead-letter queue, rather than away.</summary>
    public bool DeadLetterOnExpiration { get; init; }
}

/// <summary>The queues, and the topics with their subscriptions, that the bus has.</summary>
public sealed class BusTopology
{
    private readonly SortedDictionary<string, BusEntityOptions> queues = new(StringComparer.OrdinalIgnoreCase);
    private readonly SortedDictionary<string, (BusEntityOptions Options, string[] Subscriptions)> topics = new(StringComparer.OrdinalIgnoreCase);

    internal IEnumerable<KeyValuePair<string, BusEntityOptions>> Queues => queues;

    internal IEnumerable<KeyValuePair<string, (BusEntityOptions Options, string[] Subscriptions)>> Topics => topics;

    public BusTopology Queue(string name, BusEntityOptions? options = null)
    {
        queues[name] = options ?? new BusEntityOptions();
        return this;
    }

    public BusTopology Topic(string name, string[] subscriptions, BusEntityOptions? options = null)
    {
        topics[name] = (options ?? new BusEntityOptions(), subscriptions);
        return this;
    }

    /// <summary>
    /// Reads <c>Topics:{name}:Subscriptions=a,b</c> and <c>Queues:{name}</c> with, beside it, <c>LockDuration</c>,
    /// <c>MaxDeliveryCount</c>, <c>DuplicateDetectionWindow</c> and <c>DeadLetterOnExpiration</c>.
    /// </summary>
    /// <param name="selfHost">The section <c>SelfHost</c>.</param>
    public static BusTopology Read(IConfiguration selfHost)
    {
        var topology = new BusTopology();
        foreach (IConfigurationSection topic in selfHost.GetSection("Topics").GetChildren())
        {
            topology.Topic(topic.Key, Subscriptions(topic), Options(topic));
        }

        foreach (IConfigurationSection queue in selfHost.GetSection("Queues").GetChildren())
        {
            topology.Queue(queue.Key, Options(queue));
        }

        return topology;
    }

    private static string[] Subscriptions(IConfigurationSection topic)
    {
        string[] names = (topic["Subscriptions"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return names.Length > 0
            ? names
            : throw new InvalidOperationException($"The topic {topic.Path} has no subscriptions. Set {topic.Path}:Subscriptions to their names, with commas between.");
    }

    private static BusEntityOptions Options(IConfigurationSection entity)
    {
        var defaults = new BusEntityOptions();
        return new BusEntityOptions
        {
            LockDuration = Checked(entity.GetValue("LockDuration", defaults.LockDuration), entity, "LockDuration", TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5)),
            MaxDeliveryCount = Checked(entity.GetValue("MaxDeliveryCount", defaults.MaxDeliveryCount), entity, "MaxDeliveryCount", 1, 2000),
            DuplicateDetectionWindow = entity.GetValue("DuplicateDetectionWindow", defaults.DuplicateDetectionWindow) is var window && window == TimeSpan.Zero
                ? window
                : Checked(window, entity, "DuplicateDetectionWindow", TimeSpan.FromSeconds(20), TimeSpan.FromDays(7)),
            DeadLetterOnExpiration = entity.GetValue("DeadLetterOnExpiration", defaults.DeadLetterOnExpiration),
        };
    }

    private static T Checked<T>(T value, IConfigurationSection entity, string name, T least, T most)
        where T : IComparable<T> =>
        value.CompareTo(least) >= 0 && value.CompareTo(most) <= 0
            ? value
            : throw new InvalidOperationException($"{entity.Path}:{name} is {value}; it must be from {least} to {most}.");
}
