namespace Rettidig.SelfHost.Durable;

/// <summary>The limits of the engine.</summary>
public sealed class DurableOptions
{
    /// <summary>How many orchestrations may be in a turn at the same time. Turns are short and wait for the disk together: 1 to 256, by default 32.</summary>
    public int ConcurrentTurns { get; init; } = 32;

    /// <summary>How many activities may run at the same time: 1 to 256, by default 32.</summary>
    public int ConcurrentActivities { get; init; } = 32;

    /// <summary>How many instances keep their history in memory between turns; the others are read from the file. By default 8,000, of a few KB each.</summary>
    public int CachedInstances { get; init; } = 8_000;

    /// <summary>How many turns may wait for the disk before the next ones wait as well: enough to fill an fsync, few enough to bound memory. By default 512.</summary>
    public int CommitsOnTheirWay { get; init; } = 512;

    /// <summary>How many due timers are moved in one commit: enough to fill an fsync, few enough not to hold up other writes. By default 256.</summary>
    public int TimersPerCommit { get; init; } = 256;
}
