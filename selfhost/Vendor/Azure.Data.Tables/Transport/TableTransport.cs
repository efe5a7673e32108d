using Rettidig.SelfHost.Storage;
using Rettidig.SelfHost.Tables;

namespace Azure.Data.Tables;

/// <summary>What is behind a client: the storage of this machine, or a Table service over HTTP.</summary>
internal abstract class TableTransport
{
    private const string EmbeddedPrefix = "Embedded=";

    public abstract string AccountName { get; }

    public abstract Uri Endpoint { get; }

    /// <summary>The way that a connection string names.</summary>
    /// <exception cref="FormatException">It is neither of embedded storage nor of a storage account.</exception>
    public static TableTransport Connect(string connectionString, TableClientOptions? options)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionString);
        if (connectionString.StartsWith(EmbeddedPrefix, StringComparison.OrdinalIgnoreCase))
        {
            return new EmbeddedTransport(SqliteStore.Join(connectionString[EmbeddedPrefix.Length..].TrimEnd(';')));
        }

        (Uri endpoint, TableSharedKeyCredential credential) = StorageConnection.Parse(connectionString);
        return RestTransport.Signed(endpoint, credential, options);
    }

    public abstract Task<Response> CreateTableAsync(string table, CancellationToken cancellationToken);

    public abstract Task<Response> DeleteTableAsync(string table, CancellationToken cancellationToken);

    public abstract Task<TransportPage> QueryTablesAsync(string? filter, int? maxPerPage, string? continuation, CancellationToken cancellationToken);

    /// <summary>The entity, or null where there is none: looking for what is not there is common, and not an error yet.</summary>
    public abstract Task<(Response Response, TableEntity? Entity)> GetAsync(string table, string partitionKey, string rowKey, IEnumerable<string>? select, CancellationToken cancellationToken);

    /// <summary>The refusal that the answer about a missing entity is, for those who asked for one that must be there.</summary>
    public abstract RequestFailedException Missing(Response response);

    public abstract Task<TransportPage> QueryAsync(string table, string? filter, IEnumerable<string>? select, int? maxPerPage, string? continuation, CancellationToken cancellationToken);

    public abstract Task<Response> SubmitAsync(string table, TableChange change, CancellationToken cancellationToken);

    /// <exception cref="RequestFailedException">With the index of the refused change in its data.</exception>
    public abstract Task<IReadOnlyList<Response>> SubmitTransactionAsync(string table, IReadOnlyList<TableChange> changes, CancellationToken cancellationToken);
}

/// <summary>A page of entities and the token of the next page.</summary>
internal sealed record TransportPage(IReadOnlyList<TableEntity> Entities, string? Continuation, Response Response);
