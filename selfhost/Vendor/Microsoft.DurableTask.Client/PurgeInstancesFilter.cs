namespace Microsoft.DurableTask.Client;

/// <summary>Which finished orchestrations are erased.</summary>
/// <param name="CreatedFrom">Created at this moment or later.</param>
/// <param name="CreatedTo">Created at this moment or earlier.</param>
/// <param name="Statuses">In one of these; every finished one when not given.</param>
public record PurgeInstancesFilter(
    DateTimeOffset? CreatedFrom = null,
    DateTimeOffset? CreatedTo = null,
    IEnumerable<OrchestrationRuntimeStatus>? Statuses = null);
