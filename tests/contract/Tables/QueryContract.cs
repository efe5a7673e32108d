using Azure;
using Azure.Data.Tables;

namespace Rettidig.Contract.Tests.Tables;

public abstract class QueryContract<TSubject> : TableContract<TSubject>
    where TSubject : ITableSubject, new()
{
    private static readonly Guid Id = Guid.Parse("6f1c4b1e-8a41-4f0e-9d8e-2f8a9a3f0c11");

    [Fact]
    public async Task Rows_come_in_ordinal_order_of_their_keys()
    {
        foreach (string row in new[] { "b", "a", "B", "A", "10", "9", "å", "z", "a:1" })
        {
            await Table.AddEntityAsync(Entity("p", row));
        }

        Assert.Equal(["p/10", "p/9", "p/A", "p/B", "p/a", "p/a:1", "p/b", "p/z", "p/å"], await RowsAsync(null));
    }

    [Theory]
    [InlineData("PartitionKey eq 'b'", "b/1 b/2 b/3")]
    [InlineData("PartitionKey eq 'b' and RowKey eq '2'", "b/2")]
    [InlineData("PartitionKey eq 'b' and RowKey gt '1' and RowKey le '3'", "b/2 b/3")]
    [InlineData("PartitionKey eq 'b' and (RowKey lt '2' or RowKey ge '3')", "b/1 b/3")]
    [InlineData("PartitionKey gt 'a' and PartitionKey lt 'c'", "b/1 b/2 b/3")]
    [InlineData("PartitionKey ne 'b'", "a/1 a/2 a/3 c/1 c/2 c/3")]
    [InlineData("RowKey eq '2'", "a/2 b/2 c/2")]
    [InlineData("RowKey eq '2' and PartitionKey ge 'b'", "b/2 c/2")]
    [InlineData("(PartitionKey eq 'a' and RowKey eq '1') or (PartitionKey eq 'c' and RowKey eq '3')", "a/1 c/3")]
    [InlineData("'b' lt PartitionKey", "c/1 c/2 c/3")]
    [InlineData("PartitionKey eq 'b' and PartitionKey eq 'c'", "")]
    [InlineData("not (PartitionKey eq 'b') and RowKey eq '1'", "a/1 c/1")]
    public async Task Keys_are_compared_as_text(string filter, string expected)
    {
        foreach (string partition in new[] { "a", "b", "c" })
        {
            await Table.SubmitTransactionAsync(Enumerable.Range(1, 3).Select(row => new TableTransactionAction(TableTransactionActionType.Add, Entity(partition, $"{row}"))));
        }

        Assert.Equal(expected, string.Join(' ', await RowsAsync(filter)));
    }

    [Theory]
    [InlineData("Age eq 41", "p/1")]
    [InlineData("Age ge 41 and Age lt 43", "p/1 p/2")]
    [InlineData("Count eq 5000000000L", "p/1")]
    [InlineData("Count lt 5L", "p/2")]
    [InlineData("Count eq 4", "")]
    [InlineData("Age eq 41.0", "p/1")]
    [InlineData("Missing ne 1", "")]
    [InlineData("not (Missing eq 1)", "p/1 p/2 p/3")]
    [InlineData("not Active and Age eq 42", "p/2")]
    [InlineData("Share gt 0.5", "p/2")]
    [InlineData("Active", "p/1")]
    [InlineData("Active eq false", "p/2")]
    [InlineData("Active eq true or Age eq 42", "p/1 p/2")]
    [InlineData("Name eq 'O''Neill, (et al) and others'", "p/1")]
    [InlineData("Due le datetime'2026-11-30T00:00:00Z'", "p/1")]
    [InlineData("Due gt datetime'2026-11-30T00:00:00.0000000Z'", "p/2")]
    [InlineData("Id eq guid'6f1c4b1e-8a41-4f0e-9d8e-2f8a9a3f0c11'", "p/1")]
    [InlineData("Bytes eq X'00ff'", "p/2")]
    [InlineData("PartitionKey eq 'p' and Age ge 41", "p/1 p/2")]
    [InlineData("Missing eq 1", "")]
    [InlineData("Name ge 'a'", "p/2 p/3")]
    [InlineData("Årsag eq 'flytning'", "p/3")]
    [InlineData("Ændret", "p/3")]
    [InlineData("Age ge 41 and (Active or Share gt 0.5) and not (Name eq 'bo')", "p/1")]
    public async Task Properties_are_compared_by_their_type(string filter, string expected)
    {
        await Table.AddEntityAsync(Entity(
            "p", "1", ("Age", 41), ("Count", 5_000_000_000L), ("Share", 0.5), ("Active", true), ("Name", "O'Neill, (et al) and others"),
            ("Due", new DateTimeOffset(2026, 11, 30, 0, 0, 0, TimeSpan.Zero)), ("Id", Id), ("Bytes", new byte[] { 1 })));
        await Table.AddEntityAsync(Entity(
            "p", "2", ("Age", 42), ("Count", 4L), ("Share", 0.75), ("Active", false), ("Name", "bo"),
            ("Due", new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero)), ("Id", Guid.Empty), ("Bytes", new byte[] { 0, 255 })));
        await Table.AddEntityAsync(Entity("p", "3", ("Name", "carl"), ("Årsag", "flytning"), ("Ændret", true)));

        Assert.Equal(expected, string.Join(' ', await RowsAsync(filter)));
    }

    [Theory]
    [InlineData("PartitionKey eq")]
    [InlineData("PartitionKey = 'a'")]
    [InlineData("(PartitionKey eq 'a'")]
    [InlineData("PartitionKey eq 'a' RowKey eq 'b'")]
    public Task A_filter_that_cannot_be_read_is_refused(string filter) => RefusedAsync(400, "InvalidInput", () => RowsAsync(filter));

    [Fact]
    public async Task Values_put_into_a_filter_are_quoted_and_escaped()
    {
        await Table.AddEntityAsync(Entity("p", "r", ("Name", "d'Artagnan' or true"), ("N", 7L), ("At", new DateTimeOffset(2026, 11, 30, 7, 0, 0, TimeSpan.Zero))));
        var at = new DateTimeOffset(2026, 11, 30, 8, 0, 0, TimeSpan.FromHours(1));

        Assert.Equal(["p/r"], await RowsAsync(TableClient.CreateQueryFilter($"Name eq {"d'Artagnan' or true"} and N eq {7L} and At eq {at}")));
        Assert.Equal("A eq 'it''s' and B eq 5 and C eq 5L and D eq true and E eq 2.0", TableClient.CreateQueryFilter($"A eq {"it's"} and B eq {5} and C eq {5L} and D eq {true} and E eq {2.0}"));
    }

    [Fact]
    public async Task A_long_answer_comes_in_pages_that_can_be_taken_up_again()
    {
        await Table.SubmitTransactionAsync(Enumerable.Range(0, 25).Select(row => new TableTransactionAction(TableTransactionActionType.Add, Entity("p", $"{row:D2}", ("Even", row % 2 == 0)))));
        string? token = null;
        var sizes = new List<int>();
        var rows = new List<string>();
        do
        {
            Page<TableEntity> page = await FirstAsync(Table.QueryAsync<TableEntity>("PartitionKey eq 'p' and Even eq true").AsPages(token, 5));
            sizes.Add(page.Values.Count);
            rows.AddRange(page.Values.Select(entity => entity.RowKey));
            token = page.ContinuationToken;
        }
        while (token is not null);

        Assert.Equal([5, 5, 3], sizes);
        Assert.Equal(Enumerable.Range(0, 13).Select(n => $"{2 * n:D2}"), rows);
        Assert.Equal(25, (await RowsAsync(null, maxPerPage: 4)).Count);
        Assert.Equal(25, Table.Query<TableEntity>(maxPerPage: 5).AsPages().Sum(page => page.Values.Count));
    }

    [Fact]
    public async Task The_last_page_says_that_it_is_the_last()
    {
        await Table.SubmitTransactionAsync(Enumerable.Range(0, 10).Select(row => new TableTransactionAction(TableTransactionActionType.Add, Entity("p", $"{row}"))));

        Page<TableEntity> second = await FirstAsync(Table.QueryAsync<TableEntity>().AsPages((await FirstAsync(Table.QueryAsync<TableEntity>().AsPages(null, 5))).ContinuationToken, 5));

        Assert.Equal(5, second.Values.Count);
        Assert.Null(second.ContinuationToken);
    }

    [Fact]
    public async Task Pages_go_on_across_partitions()
    {
        foreach (string partition in new[] { "a", "b", "c" })
        {
            await Table.SubmitTransactionAsync(Enumerable.Range(0, 3).Select(row => new TableTransactionAction(TableTransactionActionType.Add, Entity(partition, $"{row}"))));
        }

        Assert.Equal(["a/0", "a/1", "a/2", "b/0", "b/1", "b/2", "c/0", "c/1", "c/2"], await RowsAsync(null, maxPerPage: 2));
        Assert.Equal(["b/0", "b/1", "b/2", "c/0", "c/1", "c/2"], await RowsAsync("PartitionKey ge 'b'", maxPerPage: 2));
    }

    private static async Task<Page<TableEntity>> FirstAsync(IAsyncEnumerable<Page<TableEntity>> pages)
    {
        await foreach (Page<TableEntity> page in pages)
        {
            return page;
        }

        throw new InvalidOperationException("The query gave no page at all.");
    }
}
