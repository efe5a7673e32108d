using Azure.Core;
using Azure.Data.Tables.Models;
using Rettidig.SelfHost.Tables;

namespace Azure.Data.Tables;

/// <summary>One table: its entities by key, by filter and in transactions.</summary>
/// <remarks>Refusals are <see cref="RequestFailedException"/> with the service's status and error code.</remarks>
public partial class TableClient
{
    private readonly TableTransport transport;

    /// <param name="connectionString">Of a storage account, <c>UseDevelopmentStorage=true</c>, or <c>Embedded=&lt;path of the data file&gt;</c>.</param>
    /// <param name="tableName">3 to 63 letters and digits, a letter first.</param>
    /// <exception cref="FormatException">The connection string lacks a part; the message names it and repeats no value.</exception>
    public TableClient(string connectionString, string tableName)
        : this(connectionString, tableName, null)
    {
    }

    /// <inheritdoc cref="TableClient(string, string)"/>
    public TableClient(string connectionString, string tableName, TableClientOptions? options = null)
        : this(TableTransport.Connect(connectionString, options), tableName)
    {
    }

    /// <param name="endpoint">The address of the service, e.g. <c>https://account.table.core.windows.net</c>.</param>
    /// <param name="tableName">3 to 63 letters and digits, a letter first.</param>
    /// <param name="credential">The name and a key of the account.</param>
    public TableClient(Uri endpoint, string tableName, TableSharedKeyCredential credential)
        : this(endpoint, tableName, credential, null)
    {
    }

    /// <inheritdoc cref="TableClient(Uri, string, TableSharedKeyCredential)"/>
    public TableClient(Uri endpoint, string tableName, TableSharedKeyCredential credential, TableClientOptions? options = null)
        : this(RestTransport.Signed(endpoint, credential, options), tableName)
    {
    }

    /// <param name="endpoint">The address of the service, https.</param>
    /// <param name="tableName">3 to 63 letters and digits, a letter first.</param>
    /// <param name="tokenCredential">Gives Entra tokens, e.g. of the managed identity.</param>
    /// <param name="options">Of the pipeline.</param>
    public TableClient(Uri endpoint, string tableName, TokenCredential tokenCredential, TableClientOptions? options = null)
        : this(RestTransport.WithTokens(endpoint, tokenCredential, options), tableName)
    {
    }

    internal TableClient(TableTransport transport, string tableName)
    {
        this.transport = transport;
        Name = tableName;
    }

    /// <summary>For mocks.</summary>
    protected TableClient()
    {
        transport = null!;
        Name = null!;
    }

    public virtual string Name { get; }

    public virtual string AccountName => transport.AccountName;

    public virtual Uri Uri => transport.Endpoint;

    /// <summary>Writes the values of an interpolated string into a filter, quoted and escaped: <c>CreateQueryFilter($"Due le {today}")</c>.</summary>
    public static string CreateQueryFilter(FormattableString filter) => TableOdataFilter.Create(filter);

    /// <exception cref="RequestFailedException">409 TableAlreadyExists.</exception>
    public virtual async Task<Response<TableItem>> CreateAsync(CancellationToken cancellationToken = default) =>
        Response.FromValue(new TableItem(Name), await transport.CreateTableAsync(Name, cancellationToken).ConfigureAwait(false));

    /// <inheritdoc cref="CreateAsync"/>
    public virtual Response<TableItem> Create(CancellationToken cancellationToken = default) => CreateAsync(cancellationToken).GetAwaiter().GetResult();

    /// <returns>201, or 409 when the table is there already.</returns>
    public virtual async Task<Response<TableItem>> CreateIfNotExistsAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            return await CreateAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (RequestFailedException refusal) when (refusal.ErrorCode == TableErrorCode.TableAlreadyExists.ToString())
        {
            return Response.FromValue(new TableItem(Name), refusal.GetRawResponse() ?? new ComposedResponse(refusal.Status));
        }
    }

    /// <inheritdoc cref="CreateIfNotExistsAsync"/>
    public virtual Response<TableItem> CreateIfNotExists(CancellationToken cancellationToken = default) => CreateIfNotExistsAsync(cancellationToken).GetAwaiter().GetResult();

    /// <returns>204, or 404 when there was no such table.</returns>
    public virtual Task<Response> DeleteAsync(CancellationToken cancellationToken = default) => transport.DeleteTableAsync(Name, cancellationToken);

    /// <inheritdoc cref="DeleteAsync"/>
    public virtual Response Delete(CancellationToken cancellationToken = default) => DeleteAsync(cancellationToken).GetAwaiter().GetResult();

    /// <summary>Makes all changes or none. At most 100, all of one partition, each of another entity.</summary>
    /// <exception cref="TableTransactionFailedException">The service refused an action; nothing was done.</exception>
    /// <exception cref="InvalidOperationException">There are no actions.</exception>
    public virtual async Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(transactionActions);
        TableChange[] changes = [.. transactionActions.Select(ToChange)];
        if (changes.Length == 0)
        {
            throw new InvalidOperationException("A transaction needs at least one action, this one has none.");
        }

        try
        {
            IReadOnlyList<Response> responses = await transport.SubmitTransactionAsync(Name, changes, cancellationToken).ConfigureAwait(false);
            return Response.FromValue(responses, new ComposedResponse(202));
        }
        catch (RequestFailedException refusal)
        {
            throw new TableTransactionFailedException(refusal);
        }
    }

    /// <inheritdoc cref="SubmitTransactionAsync"/>
    public virtual Response<IReadOnlyList<Response>> SubmitTransaction(IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default) =>
        SubmitTransactionAsync(transactionActions, cancellationToken).GetAwaiter().GetResult();

    private static TableChange ToChange(TableTransactionAction action)
    {
        bool conditional = action.ETag != default;
        TableChangeKind kind = action.ActionType switch
        {
            TableTransactionActionType.Add => TableChangeKind.Add,
            TableTransactionActionType.Delete => TableChangeKind.Delete,
            TableTransactionActionType.UpdateMerge when conditional => TableChangeKind.UpdateMerge,
            TableTransactionActionType.UpdateReplace when conditional => TableChangeKind.UpdateReplace,
            // Without a condition the request of an update is the request of an upsert.
            TableTransactionActionType.UpdateMerge or TableTransactionActionType.UpsertMerge => TableChangeKind.UpsertMerge,
            _ => TableChangeKind.UpsertReplace,
        };
        return ToChange(kind, action.Entity, kind is TableChangeKind.UpdateMerge or TableChangeKind.UpdateReplace or TableChangeKind.Delete ? action.ETag : default);
    }

    private static TableChange ToChange(TableChangeKind kind, ITableEntity entity, ETag ifMatch) =>
        new(kind, entity.PartitionKey, entity.RowKey, kind == TableChangeKind.Delete ? NoProperties : EntityMap.ToProperties(entity), ifMatch == default ? null : ifMatch.ToString());

    private static readonly Dictionary<string, object> NoProperties = [];
}
