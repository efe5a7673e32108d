namespace Rettidig.SelfHost.Durable;

/// <summary>The code of orchestrators and activities, by name without regard to case.</summary>
internal sealed class Registrations
{
    private readonly Dictionary<string, Func<OrchestrationTurn, Task<string?>>> orchestrators = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Func<ActivityCall, CancellationToken, Task<string?>>> activities = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyCollection<string> Orchestrators => orchestrators.Keys;

    public void Add(string name, Func<OrchestrationTurn, Task<string?>> run)
    {
        if (!orchestrators.TryAdd(name, run))
        {
            throw Second("orchestrator", name);
        }
    }

    public void Add(string name, Func<ActivityCall, CancellationToken, Task<string?>> run)
    {
        if (!activities.TryAdd(name, run))
        {
            throw Second("activity", name);
        }
    }

    /// <summary>The code; for an unknown name, code that fails and says so.</summary>
    public Func<OrchestrationTurn, Task<string?>> Orchestrator(string name) =>
        orchestrators.TryGetValue(name, out Func<OrchestrationTurn, Task<string?>>? run)
            ? run
            : _ => throw Unknown("OrchestratorTaskNotFound", "orchestrator", name, orchestrators.Keys);

    /// <inheritdoc cref="Orchestrator"/>
    public Func<ActivityCall, CancellationToken, Task<string?>> Activity(string name) =>
        activities.TryGetValue(name, out Func<ActivityCall, CancellationToken, Task<string?>>? run)
            ? run
            : (_, _) => throw Unknown("ActivityTaskNotFound", "activity", name, activities.Keys);

    private static InvalidOperationException Second(string kind, string name) =>
        new($"There is already an {kind} named '{name}'. Give one of the two another name.");

    /// <summary>A failure of the type that Durable Task names so.</summary>
    private static FailureException Unknown(string type, string kind, string name, IEnumerable<string> known) => new(new Failure(
        type, $"There is no {kind} named '{name}'. Known are: {string.Join(", ", known.Order(StringComparer.OrdinalIgnoreCase))}.")
    {
        IsNonRetriable = true,
    });
}
