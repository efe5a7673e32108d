using Azure.Data.Tables;
using Rettidig.Tests.Node;

namespace Rettidig.Contract.Tests.Tables;

/// <summary>The tables of a real Table service, by way of HTTP.</summary>
public sealed class AzuriteTables : ITableSubject
{
    public TableServiceClient Service { get; private set; } = null!;

    public async Task InitializeAsync() => Service = new TableServiceClient((await Azurite.SharedAsync()).ConnectionString);

    public Task DisposeAsync() => Task.CompletedTask;
}

public sealed class AzuriteEntities : EntityContract<AzuriteTables>;

public sealed class AzuriteQueries : QueryContract<AzuriteTables>;

public sealed class AzuriteTransactions : TransactionContract<AzuriteTables>;

public sealed class AzuriteLimits : LimitContract<AzuriteTables>;
