namespace Microsoft.DurableTask.Client;

/// <summary>Which orchestrations a query is for.</summary>
/// <param name="CreatedFrom">Created at this moment or later.</param>
/// <param name="CreatedTo">Created at this moment or earlier.</param>
/// <param name="Statuses">In one of these; all when not given.</param>
/// <param name="TaskHubNames">The embedded engine has one hub and looks in it.</param>
/// <param name="InstanceIdPrefix">Ids that begin so.</param>
/// <param name="PageSize">How many a page holds at most.</param>
/// <param name="FetchInputsAndOutputs">With input, output and custom status.</param>
/// <param name="ContinuationToken">Where the page before ended.</param>
public record OrchestrationQuery(
    DateTimeOffset? CreatedFrom = null,
    DateTimeOffset? CreatedTo = null,
    IEnumerable<OrchestrationRuntimeStatus>? Statuses = null,
    IEnumerable<string>? TaskHubNames = null,
    string? InstanceIdPrefix = null,
    int PageSize = OrchestrationQuery.DefaultPageSize,
    bool FetchInputsAndOutputs = false,
    string? ContinuationToken = null)
{
    public const int DefaultPageSize = 100;
}
