namespace Microsoft.DurableTask;

/// <summary>What an activity knows of its call.</summary>
public abstract class TaskActivityContext
{
    public abstract TaskName Name { get; }

    /// <summary>The orchestration that called it.</summary>
    public abstract string InstanceId { get; }
}
