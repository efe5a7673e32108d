namespace Microsoft.DurableTask;

/// <summary>An orchestrator. Derive from <see cref="TaskOrchestrator{TInput, TOutput}"/> rather than implementing this.</summary>
public interface ITaskOrchestrator
{
    Type InputType { get; }

    Type OutputType { get; }

    Task<object?> RunAsync(TaskOrchestrationContext context, object? input);
}
