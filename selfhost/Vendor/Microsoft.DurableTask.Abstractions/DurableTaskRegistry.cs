namespace Microsoft.DurableTask;

/// <summary>Orchestrators and activities by name, for a worker outside the Functions host.</summary>
public sealed class DurableTaskRegistry
{
    internal Dictionary<TaskName, ITaskOrchestrator> Orchestrators { get; } = [];

    internal Dictionary<TaskName, ITaskActivity> Activities { get; } = [];

    public DurableTaskRegistry AddOrchestrator(TaskName name, ITaskOrchestrator orchestrator)
    {
        ArgumentNullException.ThrowIfNull(orchestrator);
        RefuseSecond(Orchestrators.TryAdd(name, orchestrator), "orchestrator", name);
        return this;
    }

    public DurableTaskRegistry AddOrchestratorFunc<TInput, TOutput>(
        TaskName name, Func<TaskOrchestrationContext, TInput, Task<TOutput>> orchestrator) =>
        AddOrchestrator(name, FuncTaskOrchestrator.Create(orchestrator));

    public DurableTaskRegistry AddOrchestratorFunc<TInput>(TaskName name, Func<TaskOrchestrationContext, TInput, Task> orchestrator) =>
        AddOrchestratorFunc<TInput, object?>(name, async (context, input) =>
        {
            await orchestrator(context, input);
            return null;
        });

    public DurableTaskRegistry AddOrchestratorFunc<TOutput>(TaskName name, Func<TaskOrchestrationContext, Task<TOutput>> orchestrator) =>
        AddOrchestratorFunc<object?, TOutput>(name, (context, _) => orchestrator(context));

    public DurableTaskRegistry AddOrchestratorFunc(TaskName name, Func<TaskOrchestrationContext, Task> orchestrator) =>
        AddOrchestratorFunc<object?>(name, (context, _) => orchestrator(context));

    public DurableTaskRegistry AddActivity(TaskName name, ITaskActivity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        RefuseSecond(Activities.TryAdd(name, activity), "activity", name);
        return this;
    }

    public DurableTaskRegistry AddActivityFunc<TInput, TOutput>(
        TaskName name, Func<TaskActivityContext, TInput, Task<TOutput>> activity) =>
        AddActivity(name, FuncTaskActivity.Create(activity));

    public DurableTaskRegistry AddActivityFunc<TInput, TOutput>(TaskName name, Func<TaskActivityContext, TInput, TOutput> activity) =>
        AddActivityFunc<TInput, TOutput>(name, (context, input) => Task.FromResult(activity(context, input)));

    public DurableTaskRegistry AddActivityFunc<TInput>(TaskName name, Func<TaskActivityContext, TInput, Task> activity) =>
        AddActivityFunc<TInput, object?>(name, async (context, input) =>
        {
            await activity(context, input);
            return null;
        });

    public DurableTaskRegistry AddActivityFunc(TaskName name, Func<TaskActivityContext, Task> activity) =>
        AddActivityFunc<object?>(name, (context, _) => activity(context));

    private static void RefuseSecond(bool first, string kind, TaskName name)
    {
        if (!first)
        {
            throw new ArgumentException($"There is already an {kind} named '{name}'; give this one another name.", nameof(name));
        }
    }
}
