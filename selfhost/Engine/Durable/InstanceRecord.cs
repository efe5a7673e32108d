namespace Rettidig.SelfHost.Durable;

/// <summary>An instance as its row shows it. Texts are JSON.</summary>
public sealed record InstanceRecord
{
    public required string Id { get; init; }

    /// <summary>The orchestrator.</summary>
    public required string Name { get; init; }

    public required InstanceStatus Status { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public string? Input { get; init; }

    public string? Output { get; init; }

    public string? CustomStatus { get; init; }

    public Failure? Failure { get; init; }

    public ParentStep? Parent { get; init; }

    public bool IsFinal => Status.IsFinal();

    /// <summary>Which start or continue-as-new this is: answers to an earlier one are dropped.</summary>
    internal long Execution { get; init; }
}
