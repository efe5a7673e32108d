namespace Rettidig.SelfHost.Durable;

/// <summary>How a turn ended.</summary>
internal enum TurnEnd
{
    /// <summary>The code waits for something.</summary>
    Waiting,
    Completed,
    Failed,
    ContinuedAsNew,
}

/// <summary>A turn that was run and is not committed yet.</summary>
/// <param name="End">How it ended.</param>
/// <param name="History">The row it adds.</param>
/// <param name="Output">What the code returned, when it did.</param>
/// <param name="Failure">Why it failed, when it did.</param>
internal sealed record TurnResult(TurnEnd End, HistoryTurn History, string? Output = null, Failure? Failure = null);
