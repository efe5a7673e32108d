namespace Rettidig.SelfHost.Durable;

/// <summary>Compares what the code asks for on replay with what its history has, and names the first step that differs.</summary>
internal static class StepMismatch
{
    public const string FailureType = "DurableTask.Core.Exceptions.NonDeterministicOrchestrationException";

    /// <summary>The failure, or null when they agree.</summary>
    public static Failure? Between(IReadOnlyList<HistoryEvent> history, IReadOnlyList<HistoryEvent> code, string orchestrator)
    {
        for (int i = 0; i < Math.Max(history.Count, code.Count); i++)
        {
            HistoryEvent? had = i < history.Count ? history[i] : null;
            HistoryEvent? asked = i < code.Count ? code[i] : null;
            if (had?.Kind != asked?.Kind || !string.Equals(had?.Name, asked?.Name, StringComparison.OrdinalIgnoreCase))
            {
                return Describe(orchestrator, had, asked);
            }
        }

        return null;
    }

    private static Failure Describe(string orchestrator, HistoryEvent? had, HistoryEvent? asked) => new(
        FailureType,
        $"Non-deterministic orchestrator '{orchestrator}': at step {(had ?? asked)!.Step} its history has {had?.Describe() ?? "nothing"}, " +
        $"the code now asks for {asked?.Describe() ?? "nothing"}. The code was changed while the instance was running, or it depends on " +
        "something that is not the same on every replay (clock, random, environment). Put the old order back, or terminate and start the instance anew.");
}
