namespace Microsoft.DurableTask.Client;

/// <summary>What was erased.</summary>
public class PurgeResult
{
    public PurgeResult(int count) => PurgedInstanceCount = count;

    public PurgeResult(int count, bool? isComplete)
        : this(count) => IsComplete = isComplete;

    public int PurgedInstanceCount { get; }

    /// <summary>Whether everything that matched was erased.</summary>
    public bool? IsComplete { get; }
}
