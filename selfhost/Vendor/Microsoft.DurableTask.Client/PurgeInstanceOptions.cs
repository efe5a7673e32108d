namespace Microsoft.DurableTask.Client;

/// <summary>How orchestrations are erased.</summary>
/// <param name="Recursive">With their sub-orchestrations.</param>
public record PurgeInstanceOptions(bool Recursive = false);
