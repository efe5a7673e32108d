namespace Microsoft.DurableTask.Client;

/// <summary>Names the statuses in which an instance of the same id is left alone.</summary>
public static class StartOrchestrationOptionsExtensions
{
    public static StartOrchestrationOptions WithDedupeStatuses(
        this StartOrchestrationOptions options, params OrchestrationRuntimeStatus[] dedupeStatuses)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options with { DedupeStatuses = [.. dedupeStatuses.Select(status => status.ToString())] };
    }
}
