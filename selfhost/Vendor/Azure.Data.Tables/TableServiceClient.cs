using Azure.Core;
using Azure.Data.Tables.Models;

namespace Azure.Data.Tables;

/// <summary>The tables of a storage account, or those in the embedded data file.</summary>
public class TableServiceClient
{
    private readonly TableTransport transport;

    /// <param name="connectionString">Of a storage account, <c>UseDevelopmentStorage=true</c>, or <c>Embedded=&lt;path of the data file&gt;</c>.</param>
    /// <exception cref="FormatException">The connection string lacks a part; the message names it and repeats no value.</exception>
    public TableServiceClient(string connectionString)
        : this(connectionString, null)
    {
    }

    /// <inheritdoc cref="TableServiceClient(string)"/>
    public TableServiceClient(string connectionString, TableClientOptions? options = null) =>
        transport = TableTransport.Connect(connectionString, options);

    /// <param name="endpoint">The address of the service, e.g. <c>https://account.table.core.windows.net</c>.</param>
    /// <param name="credential">The name and a key of the account.</param>
    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential)
        : this(endpoint, credential, null)
    {
    }

    /// <inheritdoc cref="TableServiceClient(Uri, TableSharedKeyCredential)"/>
    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential, TableClientOptions? options) =>
        transport = RestTransport.Signed(endpoint, credential, options);

    /// <param name="endpoint">The address of the service, https.</param>
    /// <param name="tokenCredential">Gives Entra tokens, e.g. of the managed identity.</param>
    /// <param name="options">Of the pipeline.</param>
    public TableServiceClient(Uri endpoint, TokenCredential tokenCredential, TableClientOptions? options = null) =>
        transport = RestTransport.WithTokens(endpoint, tokenCredential, options);

    /// <summary>For mocks.</summary>
    protected TableServiceClient() => transport = null!;

    public virtual string AccountName => transport.AccountName;

    public virtual Uri Uri => transport.Endpoint;

    /// <inheritdoc cref="TableClient.CreateQueryFilter(FormattableString)"/>
    public static string CreateQueryFilter(FormattableString filter) => TableOdataFilter.Create(filter);

    /// <summary>A client of the table, which need not exist yet.</summary>
    public virtual TableClient GetTableClient(string tableName)
    {
        ArgumentException.ThrowIfNullOrEmpty(tableName);
        return new TableClient(transport, tableName);
    }

    /// <exception cref="RequestFailedException">409 TableAlreadyExists.</exception>
    public virtual Task<Response<TableItem>> CreateTableAsync(string tableName, CancellationToken cancellationToken = default) =>
        GetTableClient(tableName).CreateAsync(cancellationToken);

    /// <inheritdoc cref="CreateTableAsync"/>
    public virtual Response<TableItem> CreateTable(string tableName, CancellationToken cancellationToken = default) =>
        GetTableClient(tableName).Create(cancellationToken);

    public virtual Task<Response<TableItem>> CreateTableIfNotExistsAsync(string tableName, CancellationToken cancellationToken = default) =>
        GetTableClient(tableName).CreateIfNotExistsAsync(cancellationToken);

    public virtual Response<TableItem> CreateTableIfNotExists(string tableName, CancellationToken cancellationToken = default) =>
        GetTableClient(tableName).CreateIfNotExists(cancellationToken);

    /// <returns>204, or 404 when there was no such table.</returns>
    public virtual Task<Response> DeleteTableAsync(string tableName, CancellationToken cancellationToken = default) =>
        GetTableClient(tableName).DeleteAsync(cancellationToken);

    /// <inheritdoc cref="DeleteTableAsync"/>
    public virtual Response DeleteTable(string tableName, CancellationToken cancellationToken = default) =>
        GetTableClient(tableName).Delete(cancellationToken);

    /// <summary>The tables whose name (<c>TableName</c>) the filter lets through.</summary>
    public virtual AsyncPageable<TableItem> QueryAsync(string? filter = null, int? maxPerPage = null, CancellationToken cancellationToken = default) =>
        new AsyncTablePages<TableItem>((token, size, cancel) => FetchAsync(filter, size ?? maxPerPage, token, cancel), cancellationToken);

    /// <inheritdoc cref="QueryAsync"/>
    public virtual Pageable<TableItem> Query(string? filter = null, int? maxPerPage = null, CancellationToken cancellationToken = default) =>
        new TablePages<TableItem>((token, size, cancel) => FetchAsync(filter, size ?? maxPerPage, token, cancel), cancellationToken);

    private async Task<(IReadOnlyList<TableItem> Items, string? Next, Response Response)> FetchAsync(string? filter, int? size, string? token, CancellationToken cancellationToken)
    {
        TransportPage page = await transport.QueryTablesAsync(filter, size, token, cancellationToken).ConfigureAwait(false);
        return ([.. page.Entities.Select(table => new TableItem((string)table["TableName"]))], page.Continuation, page.Response);
    }
}
