using Rettidig.SelfHost.Tables;

namespace Azure.Data.Tables;

public partial class TableClient
{
    /// <exception cref="RequestFailedException">409 EntityAlreadyExists.</exception>
    public virtual Task<Response> AddEntityAsync<T>(T entity, CancellationToken cancellationToken = default)
        where T : ITableEntity
    {
        ArgumentNullException.ThrowIfNull(entity);
        return transport.SubmitAsync(Name, ToChange(TableChangeKind.Add, entity, default), cancellationToken);
    }

    /// <inheritdoc cref="AddEntityAsync"/>
    public virtual Response AddEntity<T>(T entity, CancellationToken cancellationToken = default)
        where T : ITableEntity => AddEntityAsync(entity, cancellationToken).GetAwaiter().GetResult();

    /// <summary>Inserts the entity, or updates the one that is there, whatever its ETag.</summary>
    public virtual Task<Response> UpsertEntityAsync<T>(T entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity
    {
        CheckKeys(entity);
        TableChangeKind kind = mode == TableUpdateMode.Merge ? TableChangeKind.UpsertMerge : TableChangeKind.UpsertReplace;
        return transport.SubmitAsync(Name, ToChange(kind, entity, default), cancellationToken);
    }

    /// <inheritdoc cref="UpsertEntityAsync"/>
    public virtual Response UpsertEntity<T>(T entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity => UpsertEntityAsync(entity, mode, cancellationToken).GetAwaiter().GetResult();

    /// <summary>Updates an entity that is there and has this ETag (<see cref="ETag.All"/>: any).</summary>
    /// <exception cref="RequestFailedException">404 ResourceNotFound, 412 UpdateConditionNotSatisfied.</exception>
    public virtual Task<Response> UpdateEntityAsync<T>(T entity, ETag ifMatch, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity
    {
        CheckKeys(entity);
        if (ifMatch == default)
        {
            throw new ArgumentException("Value cannot be empty: pass the entity's ETag, or ETag.All for any.", nameof(ifMatch));
        }

        TableChangeKind kind = mode == TableUpdateMode.Merge ? TableChangeKind.UpdateMerge : TableChangeKind.UpdateReplace;
        return transport.SubmitAsync(Name, ToChange(kind, entity, ifMatch), cancellationToken);
    }

    /// <inheritdoc cref="UpdateEntityAsync"/>
    public virtual Response UpdateEntity<T>(T entity, ETag ifMatch, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity => UpdateEntityAsync(entity, ifMatch, mode, cancellationToken).GetAwaiter().GetResult();

    /// <summary>Removes the entity, if it has this ETag; without one, whatever it has.</summary>
    /// <returns>204, or 404 when there was no such entity.</returns>
    /// <exception cref="RequestFailedException">412 UpdateConditionNotSatisfied.</exception>
    public virtual async Task<Response> DeleteEntityAsync(string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(partitionKey);
        ArgumentNullException.ThrowIfNull(rowKey);
        try
        {
            var change = new TableChange(TableChangeKind.Delete, partitionKey, rowKey, NoProperties, ifMatch == default ? null : ifMatch.ToString());
            return await transport.SubmitAsync(Name, change, cancellationToken).ConfigureAwait(false);
        }
        catch (RequestFailedException refusal) when (refusal.Status == 404)
        {
            return refusal.GetRawResponse() ?? new ComposedResponse(404);
        }
    }

    /// <inheritdoc cref="DeleteEntityAsync(string, string, ETag, CancellationToken)"/>
    public virtual Task<Response> DeleteEntityAsync(ITableEntity entity, ETag ifMatch = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entity);
        return DeleteEntityAsync(entity.PartitionKey, entity.RowKey, ifMatch, cancellationToken);
    }

    /// <inheritdoc cref="DeleteEntityAsync(string, string, ETag, CancellationToken)"/>
    public virtual Response DeleteEntity(string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default) =>
        DeleteEntityAsync(partitionKey, rowKey, ifMatch, cancellationToken).GetAwaiter().GetResult();

    /// <inheritdoc cref="DeleteEntityAsync(string, string, ETag, CancellationToken)"/>
    public virtual Response DeleteEntity(ITableEntity entity, ETag ifMatch = default, CancellationToken cancellationToken = default) =>
        DeleteEntityAsync(entity, ifMatch, cancellationToken).GetAwaiter().GetResult();

    private static void CheckKeys<T>(T entity)
        where T : ITableEntity
    {
        ArgumentNullException.ThrowIfNull(entity);
        ArgumentNullException.ThrowIfNull(entity.PartitionKey, nameof(entity.PartitionKey));
        ArgumentNullException.ThrowIfNull(entity.RowKey, nameof(entity.RowKey));
    }
}
