using Rettidig.SelfHost.Counting;
using Rettidig.SelfHost.Storage;
using Rettidig.SelfHost.Tables;

namespace Azure.Data.Tables;

/// <summary>Tables in the SQLite store of this machine.</summary>
internal sealed class EmbeddedTransport(SqliteStore store) : TableTransport
{
    private readonly TableStorage tables = TableStorage.On(store);

    public override string AccountName => "embedded";

    public override Uri Endpoint => new(store.Path);

    public override async Task<Response> CreateTableAsync(string table, CancellationToken cancellationToken)
    {
        bool made = await Guard(() => tables.CreateTableAsync(table), cancellationToken).ConfigureAwait(false);
        return made ? new ComposedResponse(201) : throw TableErrors.Failure(409, "TableAlreadyExists", $"The table '{table}' exists already.");
    }

    public override async Task<Response> DeleteTableAsync(string table, CancellationToken cancellationToken)
    {
        bool gone = await Guard(() => tables.DeleteTableAsync(table), cancellationToken).ConfigureAwait(false);
        return new ComposedResponse(gone ? 204 : 404);
    }

    public override Task<TransportPage> QueryTablesAsync(string? filter, int? maxPerPage, string? continuation, CancellationToken cancellationToken) =>
        Guard(
            () =>
            {
                IReadOnlyList<string> names = tables.Tables(filter, Size(maxPerPage), continuation);
                string? next = names.Count == Size(maxPerPage) ? names[^1] : null;
                return Task.FromResult(new TransportPage([.. names.Select(name => new TableEntity { ["TableName"] = name })], next, new ComposedResponse(200)));
            },
            cancellationToken);

    public override Task<(Response Response, TableEntity? Entity)> GetAsync(
        string table, string partitionKey, string rowKey, IEnumerable<string>? select, CancellationToken cancellationToken)
    {
        Operations.Count("table.get", table);
        return Guard(
            () => Task.FromResult<(Response, TableEntity?)>(tables.Find(table, partitionKey, rowKey) is { } row
                ? (new ComposedResponse(200, TableETag.Of(row.Version)), TableEntity.Over(row, select?.ToHashSet(StringComparer.Ordinal)))
                : (new ComposedResponse(404), null)),
            cancellationToken);
    }

    public override RequestFailedException Missing(Response response) =>
        TableErrors.Failure(404, "ResourceNotFound", "The entity does not exist.");

    public override Task<TransportPage> QueryAsync(
        string table, string? filter, IEnumerable<string>? select, int? maxPerPage, string? continuation, CancellationToken cancellationToken)
    {
        Operations.Count("table.query", table);
        return Guard(
            () =>
            {
                TablePage page = tables.Query(table, filter, Size(maxPerPage), EmbeddedRows.ToKey(continuation));
                HashSet<string>? selected = select?.ToHashSet(StringComparer.Ordinal);
                return Task.FromResult(new TransportPage([.. page.Rows.Select(row => TableEntity.Over(row, selected))], EmbeddedRows.ToToken(page.End), new ComposedResponse(200)));
            },
            cancellationToken);
    }

    public override async Task<Response> SubmitAsync(string table, TableChange change, CancellationToken cancellationToken)
    {
        Operations.Count("table.write", table);
        long?[] versions = await Guard(() => tables.SubmitAsync(table, [change]), cancellationToken).ConfigureAwait(false);
        return ComposedResponse.Written(versions[0]);
    }

    public override async Task<IReadOnlyList<Response>> SubmitTransactionAsync(string table, IReadOnlyList<TableChange> changes, CancellationToken cancellationToken)
    {
        Operations.Count("table.transaction", table);
        long?[] versions = await Guard(() => tables.SubmitAsync(table, changes), cancellationToken).ConfigureAwait(false);
        return [.. versions.Select(ComposedResponse.Written)];
    }

    private static int Size(int? maxPerPage) => Math.Clamp(maxPerPage ?? TableLimits.RowsPerPage, 1, TableLimits.RowsPerPage);

    private static async Task<T> Guard<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (TableError error)
        {
            throw TableErrors.Failure(error);
        }
    }
}
