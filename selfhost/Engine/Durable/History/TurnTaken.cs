namespace Rettidig.SelfHost.Durable;

/// <summary>A turn that was committed, with what came before it: a history that can be kept and replayed.</summary>
/// <param name="Instance">As it was when its execution began the turn.</param>
/// <param name="Before">The earlier turns of the execution.</param>
/// <param name="Turn">What came in and what was asked for.</param>
/// <param name="End">How it ended.</param>
/// <param name="Output">What the code returned, when it did.</param>
internal sealed record TurnTaken(InstanceRecord Instance, IReadOnlyList<HistoryTurn> Before, HistoryTurn Turn, TurnEnd End, string? Output)
{
    /// <summary>Runs the turn with other code, and says in what it differs; null when in nothing.</summary>
    public string? Difference(Func<OrchestrationTurn, Task<string?>> code)
    {
        var turn = new OrchestrationTurn(Instance, () => { }, _ => { });
        TurnResult result = new Replay(turn, code).Run(Before, Turn.Time, Turn.Received);
        if (result.Failure is { } failure && End != TurnEnd.Failed)
        {
            return failure.Message;
        }

        return StepMismatch.Between(Turn.Asked, result.History.Asked, Instance.Name)?.Message
            ?? (result.End == End && result.Output == Output ? null : $"It ends {result.End} with {result.Output ?? "nothing"}; in the history it is {End} with {Output ?? "nothing"}.");
    }
}
