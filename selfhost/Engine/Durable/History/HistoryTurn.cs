namespace Rettidig.SelfHost.Durable;

/// <summary>What one turn took in and what the code then asked for. One row of the data file.</summary>
/// <param name="Time">What the orchestrator saw as now.</param>
/// <param name="Received">In the order they were given to the code.</param>
/// <param name="Asked">In the order of their step numbers.</param>
internal sealed record HistoryTurn(DateTime Time, IReadOnlyList<HistoryEvent> Received, IReadOnlyList<HistoryEvent> Asked);
