using Rettidig.SelfHost.Durable;

namespace Microsoft.DurableTask.Client;

/// <summary>The client of the engine in this process.</summary>
internal sealed class EmbeddedDurableTaskClient(DurableEngine engine, DataConverter converter) : DurableTaskClient("embedded")
{
    public override async Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(orchestratorName.Name, nameof(orchestratorName));
        string id = options?.InstanceId ?? Guid.NewGuid().ToString("N");
        var instance = new NewInstance(Checked(id), orchestratorName.Name, converter.Serialize(input))
        {
            StartAt = options?.StartAt,
            LeaveAlone = [.. (options?.DedupeStatuses ?? []).Select(Parse)],
        };
        return await engine.ScheduleNewAsync(instance) is { } status
            ? throw new InvalidOperationException(
                $"An orchestration with the id '{id}' already exists and is {status}. Wait until it is finished, terminate it, or use another id.")
            : id;
    }

    public override Task RaiseEventAsync(
        string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        return engine.RaiseEventAsync(Checked(instanceId), eventName, converter.Serialize(eventPayload));
    }

    public override async Task<OrchestrationMetadata> WaitForInstanceStartAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        Describe(
            await engine.WaitAsync(Checked(instanceId), instance => instance.Status != InstanceStatus.Pending, cancellation),
            getInputsAndOutputs);

    public override async Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        Describe(await engine.WaitAsync(Checked(instanceId), instance => instance.IsFinal, cancellation), getInputsAndOutputs);

    public override Task TerminateInstanceAsync(
        string instanceId, TerminateInstanceOptions? options = null, CancellationToken cancellation = default) =>
        engine.TerminateAsync(Checked(instanceId), converter.Serialize(options?.Output), options?.Recursive ?? false);

    public override Task<OrchestrationMetadata?> GetInstancesAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        Task.FromResult(engine.Find(Checked(instanceId)) is { } found ? Describe(found, getInputsAndOutputs) : null);

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null)
    {
        OrchestrationQuery asked = filter ?? new OrchestrationQuery();
        return Pageable.Create((token, size, _) =>
        {
            int pageSize = size ?? asked.PageSize;
            ArgumentOutOfRangeException.ThrowIfLessThan(pageSize, 1);
            InstancePage page = engine.Query(Translate(asked) with
            {
                PageSize = pageSize,
                After = token ?? asked.ContinuationToken,
            });
            OrchestrationMetadata[] values = [.. page.Instances.Select(found => Describe(found, asked.FetchInputsAndOutputs))];
            return Task.FromResult(new Page<OrchestrationMetadata>(values, page.After));
        });
    }

    public override async Task<PurgeResult> PurgeInstanceAsync(
        string instanceId, PurgeInstanceOptions? options = null, CancellationToken cancellation = default) =>
        new(await engine.PurgeAsync(Checked(instanceId), options?.Recursive ?? false), true);

    public override async Task<PurgeResult> PurgeAllInstancesAsync(
        PurgeInstancesFilter filter, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var query = new OrchestrationQuery(filter.CreatedFrom, filter.CreatedTo, filter.Statuses);
        int purged = 0;
        await foreach (OrchestrationMetadata instance in GetAllInstancesAsync(query).WithCancellation(cancellation))
        {
            purged += await engine.PurgeAsync(instance.InstanceId, options?.Recursive ?? false);
        }

        return new PurgeResult(purged, true);
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>No statuses are all of them: on the wire of the real one none cannot be told from not given.</summary>
    private static InstanceQuery Translate(OrchestrationQuery query) => new()
    {
        Statuses = query.Statuses?.Select(status => (InstanceStatus)status).ToArray() is { Length: > 0 } statuses ? statuses : null,
        IdPrefix = query.InstanceIdPrefix ?? string.Empty,
        CreatedFrom = query.CreatedFrom,
        CreatedTo = query.CreatedTo,
    };

    private static InstanceStatus Parse(string status) =>
        Enum.TryParse(status, ignoreCase: true, out InstanceStatus known)
            ? known
            : throw new ArgumentException(
                $"DedupeStatuses has '{status}', which is no status of an orchestration. Use {string.Join(", ", Enum.GetNames<InstanceStatus>())}.");

    private static string Checked(string instanceId)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        return instanceId;
    }

    private OrchestrationMetadata Describe(InstanceRecord found, bool withData) => new(found.Name, found.Id)
    {
        RuntimeStatus = (OrchestrationRuntimeStatus)found.Status,
        CreatedAt = found.CreatedAt,
        LastUpdatedAt = found.UpdatedAt,
        SerializedInput = withData ? found.Input : null,
        SerializedOutput = withData ? found.Output : null,
        SerializedCustomStatus = withData ? found.CustomStatus : null,
        FailureDetails = found.Failure is { } failure ? TaskFailureDetails.Of(failure) : null,
        DataConverter = converter,
        HasData = withData,
    };
}
