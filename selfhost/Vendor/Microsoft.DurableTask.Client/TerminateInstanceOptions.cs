namespace Microsoft.DurableTask.Client;

/// <summary>How an orchestration is ended from outside.</summary>
/// <param name="Output">What it shows as its output.</param>
/// <param name="Recursive">With the sub-orchestrations it waits for.</param>
public record TerminateInstanceOptions(object? Output = null, bool Recursive = false);
