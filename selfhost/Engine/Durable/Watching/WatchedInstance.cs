namespace Rettidig.SelfHost.Durable;

/// <summary>What an instance is doing.</summary>
public enum WatchedKind
{
    /// <summary>There is something to do for it now.</summary>
    Running,

    /// <summary>It sleeps until something comes, or a moment does.</summary>
    Waiting,

    /// <summary>It failed.</summary>
    Failed,

    /// <summary>It completed, or was ended.</summary>
    Ended,
}

/// <summary>An instance as the person sees it who looks after the engine.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its orchestrator.</param>
/// <param name="Kind">What it is doing.</param>
/// <param name="UpdatedAt">When it last had a turn.</param>
/// <param name="WakesAt">Its first timer, where it has one.</param>
/// <param name="Failure">Why it failed, where it did: the type and message of what was thrown first.</param>
public sealed record WatchedInstance(string Id, string Name, WatchedKind Kind, DateTimeOffset UpdatedAt, DateTimeOffset? WakesAt, string? Failure);

/// <summary>A turn, in words.</summary>
/// <param name="Time">When.</param>
/// <param name="Received">What came in.</param>
/// <param name="Asked">What the code then asked for.</param>
public sealed record WatchedTurn(DateTimeOffset Time, IReadOnlyList<string> Received, IReadOnlyList<string> Asked);
