using Azure;
using Azure.Data.Tables;

namespace Rettidig.Contract.Tests.Tables;

/// <summary>A table service to hold against the contract. A subject is a class of a few lines.</summary>
public interface ITableSubject : IAsyncLifetime
{
    TableServiceClient Service { get; }
}

/// <summary>What every suite over tables shares: a new table for each test.</summary>
public abstract class TableContract<TSubject> : IAsyncLifetime
    where TSubject : ITableSubject, new()
{
    private readonly TSubject subject = new();

    protected TableServiceClient Service => subject.Service;

    protected TableClient Table { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await subject.InitializeAsync();
        Table = Service.GetTableClient("T" + Guid.NewGuid().ToString("N"));
        await Table.CreateAsync();
    }

    public async Task DisposeAsync()
    {
        await Table.DeleteAsync();
        await subject.DisposeAsync();
    }

    protected static TableEntity Entity(string partition, string row, params (string Name, object Value)[] properties)
    {
        var entity = new TableEntity(partition, row);
        foreach ((string name, object value) in properties)
        {
            entity[name] = value;
        }

        return entity;
    }

    protected static async Task RefusedAsync(int status, string code, Func<Task> request)
    {
        RequestFailedException refusal = await Assert.ThrowsAnyAsync<RequestFailedException>(request);
        Assert.Equal((status, code), (refusal.Status, refusal.ErrorCode));
    }

    protected async Task<List<string>> RowsAsync(string? filter, int? maxPerPage = null)
    {
        var rows = new List<string>();
        await foreach (TableEntity entity in Table.QueryAsync<TableEntity>(filter, maxPerPage))
        {
            rows.Add(entity.PartitionKey + "/" + entity.RowKey);
        }

        return rows;
    }
}
