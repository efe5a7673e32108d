using Azure.Data.Tables;

namespace Rettidig.Contract.Tests.Tables;

/// <summary>The tables of the embedded data file.</summary>
public sealed class EmbeddedTables : ITableSubject
{
    private readonly DataFile file = new();

    public TableServiceClient Service { get; private set; } = null!;

    public Task InitializeAsync()
    {
        Service = new TableServiceClient(file.ConnectionString);
        return Task.CompletedTask;
    }

    public Task DisposeAsync() => file.DisposeAsync().AsTask();
}

public sealed class EmbeddedEntities : EntityContract<EmbeddedTables>;

public sealed class EmbeddedQueries : QueryContract<EmbeddedTables>;

public sealed class EmbeddedTransactions : TransactionContract<EmbeddedTables>;

public sealed class EmbeddedLimits : LimitContract<EmbeddedTables>;
