using Rettidig.SelfHost.Storage;
using Rettidig.SelfHost.Tables;

namespace Azure.Data.Tables;

/// <summary>What is behind a client: the storage of this machine. Another way to a table service is another class here.</summary>
internal abstract class TableTransport
{
    private const string EmbeddedPrefix = "Embedded=";

    public abstract string AccountName { get; }

    public abstract Uri Endpoint { get; }

    /// <summary>The way that a connection string names.</summary>
    public static TableTransport Connect(string connectionString)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionString);
        return connectionString.StartsWith(EmbeddedPrefix, StringComparison.OrdinalIgnoreCase)
            ? new EmbeddedTransport(SqliteStore.Join(connectionString[EmbeddedPrefix.Length..].TrimEnd(';')))
            : throw new ArgumentException(
                "This build reaches embedded storage only: set the connection string to 'Embedded=<path of the data file>', " +
                "or build with -p:AzurePackages=true to reach an Azure storage account.",
                nameof(connectionString));
    }

    public abstract Task<Response> CreateTableAsync(string table, CancellationToken cancellationToken);

    public abstract Task<Response> DeleteTableAsync(string table, CancellationToken cancellationToken);

    public abstract Task<TransportPage> QueryTablesAsync(string? filter, int? maxPerPage, string? continuation, CancellationToken cancellationToken);

    /// <summary>The entity, or null where there is none: looking for what is not there is common, and not an error yet.</summary>
    public abstract Task<(Response Response, Dictionary<string, object>? Entity)> GetAsync(string table, string partitionKey, string rowKey, IEnumerable<string>? select, CancellationToken cancellationToken);

    public abstract Task<TransportPage> QueryAsync(string table, string? filter, IEnumerable<string>? select, int? maxPerPage, string? continuation, CancellationToken cancellationToken);

    public abstract Task<Response> SubmitAsync(string table, TableChange change, CancellationToken cancellationToken);

    /// <exception cref="RequestFailedException">With the index of the refused change in its data.</exception>
    public abstract Task<IReadOnlyList<Response>> SubmitTransactionAsync(string table, IReadOnlyList<TableChange> changes, CancellationToken cancellationToken);
}

/// <summary>A page of entities, as properties by name, and the token of the next page.</summary>
internal sealed record TransportPage(IReadOnlyList<Dictionary<string, object>> Entities, string? Continuation, Response Response);
