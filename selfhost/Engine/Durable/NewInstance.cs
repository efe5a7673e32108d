namespace Rettidig.SelfHost.Durable;

/// <summary>An instance to be started.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its orchestrator.</param>
/// <param name="Input">JSON.</param>
public sealed record NewInstance(string Id, string Name, string? Input)
{
    /// <summary>Not before this moment; null: now.</summary>
    public DateTimeOffset? StartAt { get; init; }

    /// <summary>Statuses in which a finished instance of the same id is left alone; one that is not finished always is.</summary>
    public IReadOnlyCollection<InstanceStatus> LeaveAlone { get; init; } = [];
}
