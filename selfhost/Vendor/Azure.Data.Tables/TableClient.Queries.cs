namespace Azure.Data.Tables;

public partial class TableClient
{
    /// <exception cref="RequestFailedException">404 ResourceNotFound.</exception>
    public virtual async Task<Response<T>> GetEntityAsync<T>(string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        ArgumentNullException.ThrowIfNull(partitionKey);
        ArgumentNullException.ThrowIfNull(rowKey);
        (Response response, TableEntity? entity) = await transport.GetAsync(Name, partitionKey, rowKey, select, cancellationToken).ConfigureAwait(false);
        return entity is null
            ? throw transport.Missing(response)
            : Response.FromValue(EntityMap.ToEntity<T>(entity), response);
    }

    /// <inheritdoc cref="GetEntityAsync"/>
    public virtual Response<T> GetEntity<T>(string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity => GetEntityAsync<T>(partitionKey, rowKey, select, cancellationToken).GetAwaiter().GetResult();

    /// <returns>A response without a value when there is no such entity.</returns>
    public virtual async Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        ArgumentNullException.ThrowIfNull(partitionKey);
        ArgumentNullException.ThrowIfNull(rowKey);
        (Response response, TableEntity? entity) = await transport.GetAsync(Name, partitionKey, rowKey, select, cancellationToken).ConfigureAwait(false);
        return entity is null ? new NoEntity<T>(response) : Response.FromValue(EntityMap.ToEntity<T>(entity), response);
    }

    /// <inheritdoc cref="GetEntityIfExistsAsync"/>
    public virtual NullableResponse<T> GetEntityIfExists<T>(string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity => GetEntityIfExistsAsync<T>(partitionKey, rowKey, select, cancellationToken).GetAwaiter().GetResult();

    /// <summary>The entities that the filter lets through, by partition key and row key, fetched page by page.</summary>
    /// <param name="filter">An OData filter; null: all.</param>
    /// <param name="maxPerPage">1 to 1000.</param>
    /// <param name="select">The properties wanted; null: all.</param>
    /// <param name="cancellationToken">Checked before each page.</param>
    public virtual AsyncPageable<T> QueryAsync<T>(string? filter = null, int? maxPerPage = null, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity =>
        new AsyncTablePages<T>((token, size, cancel) => FetchAsync<T>(filter, select, size ?? maxPerPage, token, cancel), cancellationToken);

    /// <inheritdoc cref="QueryAsync"/>
    public virtual Pageable<T> Query<T>(string? filter = null, int? maxPerPage = null, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity =>
        new TablePages<T>((token, size, cancel) => FetchAsync<T>(filter, select, size ?? maxPerPage, token, cancel), cancellationToken);

    private async Task<(IReadOnlyList<T> Items, string? Next, Response Response)> FetchAsync<T>(
        string? filter, IEnumerable<string>? select, int? size, string? token, CancellationToken cancellationToken)
        where T : class, ITableEntity
    {
        TransportPage page = await transport.QueryAsync(Name, filter, select, size, token, cancellationToken).ConfigureAwait(false);
        return ([.. page.Entities.Select(EntityMap.ToEntity<T>)], page.Continuation, page.Response);
    }

    private sealed class NoEntity<T>(Response response) : NullableResponse<T>
    {
        public override bool HasValue => false;

        public override T Value => throw new InvalidOperationException("There is no such entity: ask HasValue before Value.");

        public override Response GetRawResponse() => response;
    }
}
