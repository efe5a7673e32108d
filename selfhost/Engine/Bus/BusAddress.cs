namespace Rettidig.SelfHost.Bus;

/// <summary>
/// Where messages wait: a queue, or a subscription of a topic; or the dead-letter queue of either. Written as Service Bus
/// writes it: <c>queue</c>, <c>topic/Subscriptions/name</c>, with <c>/$DeadLetterQueue</c> behind it.
/// </summary>
public readonly record struct BusAddress(string Entity, string? Subscription = null, bool DeadLetter = false)
{
    private const string DeadLetterSuffix = "/$DeadLetterQueue";
    private const string SubscriptionInfix = "/Subscriptions/";

    /// <summary>The path without the dead-letter part.</summary>
    public string Path => Subscription is null ? Entity : Entity + SubscriptionInfix + Subscription;

    public static BusAddress Parse(string path)
    {
        bool dead = path.EndsWith(DeadLetterSuffix, StringComparison.OrdinalIgnoreCase);
        string live = dead ? path[..^DeadLetterSuffix.Length] : path;
        int infix = live.IndexOf(SubscriptionInfix, StringComparison.OrdinalIgnoreCase);
        return infix < 0
            ? new BusAddress(live, null, dead)
            : new BusAddress(live[..infix], live[(infix + SubscriptionInfix.Length)..], dead);
    }

    public override string ToString() => Path + (DeadLetter ? DeadLetterSuffix : "");
}
