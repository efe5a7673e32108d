using Azure;
using Azure.Data.Tables;

namespace Rettidig.Contract.Tests.Tables;

public abstract class TransactionContract<TSubject> : TableContract<TSubject>
    where TSubject : ITableSubject, new()
{
    [Fact]
    public async Task All_changes_are_made_together()
    {
        await Table.AddEntityAsync(Entity("p", "old", ("N", 1)));
        await Table.AddEntityAsync(Entity("p", "gone"));

        Response<IReadOnlyList<Response>> done = await Table.SubmitTransactionAsync(
        [
            new(TableTransactionActionType.Add, Entity("p", "new")),
            new(TableTransactionActionType.UpdateMerge, Entity("p", "old", ("M", 2)), ETag.All),
            new(TableTransactionActionType.Delete, Entity("p", "gone")),
            new(TableTransactionActionType.UpsertReplace, Entity("p", "too")),
        ]);

        Assert.Equal([204, 204, 204, 204], done.Value.Select(response => response.Status));
        Assert.Equal(["p/new", "p/old", "p/too"], await RowsAsync(null));
        TableEntity old = (await Table.GetEntityAsync<TableEntity>("p", "old")).Value;
        Assert.Equal((1, 2), (old.GetInt32("N"), old.GetInt32("M")));
        Assert.Equal(old.ETag, done.Value[1].Headers.ETag);
    }

    [Fact]
    public async Task One_refused_change_undoes_all_and_is_named()
    {
        await Table.AddEntityAsync(Entity("p", "there"));

        TableTransactionFailedException refusal = await Assert.ThrowsAsync<TableTransactionFailedException>(() => Table.SubmitTransactionAsync(
        [
            new(TableTransactionActionType.Add, Entity("p", "a")),
            new(TableTransactionActionType.Add, Entity("p", "there")),
            new(TableTransactionActionType.Add, Entity("p", "b")),
        ]));

        Assert.Equal((409, "EntityAlreadyExists", 1), (refusal.Status, refusal.ErrorCode, refusal.FailedTransactionActionIndex));
        Assert.Equal(["p/there"], await RowsAsync(null));
    }

    [Fact]
    public async Task A_change_of_what_another_has_changed_since_is_refused()
    {
        Response written = await Table.AddEntityAsync(Entity("p", "head"));
        await Table.UpsertEntityAsync(Entity("p", "head", ("N", 1)));

        TableTransactionFailedException refusal = await Assert.ThrowsAsync<TableTransactionFailedException>(() => Table.SubmitTransactionAsync(
        [
            new(TableTransactionActionType.Add, Entity("p", "event")),
            new(TableTransactionActionType.UpdateReplace, Entity("p", "head"), written.Headers.ETag!.Value),
        ]));

        Assert.Equal((412, "UpdateConditionNotSatisfied", 1), (refusal.Status, refusal.ErrorCode, refusal.FailedTransactionActionIndex));
        Assert.Equal(["p/head"], await RowsAsync(null));
    }

    [Fact]
    public async Task A_transaction_stays_in_one_partition()
    {
        TableTransactionFailedException refusal = await Assert.ThrowsAsync<TableTransactionFailedException>(() => Table.SubmitTransactionAsync(
        [
            new(TableTransactionActionType.Add, Entity("p", "a")),
            new(TableTransactionActionType.Add, Entity("q", "b")),
        ]));

        Assert.Equal((400, "CommandsInBatchActOnDifferentPartitions"), (refusal.Status, refusal.ErrorCode));
    }

    [Fact]
    public async Task A_transaction_changes_an_entity_once()
    {
        TableTransactionFailedException refusal = await Assert.ThrowsAsync<TableTransactionFailedException>(() => Table.SubmitTransactionAsync(
        [
            new(TableTransactionActionType.Add, Entity("p", "a")),
            new(TableTransactionActionType.UpsertMerge, Entity("p", "a")),
        ]));

        Assert.Equal((400, "InvalidDuplicateRow"), (refusal.Status, refusal.ErrorCode));
    }

    [Fact]
    public async Task A_transaction_has_a_hundred_changes_at_most()
    {
        TableTransactionAction[] Adds(int count) => [.. Enumerable.Range(0, count).Select(row => new TableTransactionAction(TableTransactionActionType.Add, Entity("p", $"{row}")))];

        await RefusedAsync(400, "InvalidInput", () => Table.SubmitTransactionAsync(Adds(101)));
        Assert.Equal(100, (await Table.SubmitTransactionAsync(Adds(100))).Value.Count);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Table.SubmitTransactionAsync([]));
    }

    [Fact]
    public async Task Of_many_at_once_each_change_counts()
    {
        await Table.AddEntityAsync(Entity("p", "counter", ("N", 0)));

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            for (int done = 0; done < 10;)
            {
                TableEntity counter = (await Table.GetEntityAsync<TableEntity>("p", "counter")).Value;
                counter["N"] = counter.GetInt32("N") + 1;
                try
                {
                    await Table.UpdateEntityAsync(counter, counter.ETag);
                    done++;
                }
                catch (RequestFailedException conflict) when (conflict.Status == 412)
                {
                    // Another was first: read again.
                }
            }
        })));

        Assert.Equal(80, (await Table.GetEntityAsync<TableEntity>("p", "counter")).Value.GetInt32("N"));
    }
}
