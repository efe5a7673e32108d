using Azure.Data.Tables;

namespace Rettidig.Contract.Tests.Tables;

/// <summary>Key ranges are a short cut: they must find what a look at every row finds. A double negation keeps the meaning of a filter and takes the short cut away.</summary>
public sealed class EmbeddedKeyRanges
{
    private static readonly string[] Keys = ["a", "b", "c"];
    private static readonly string[] Operators = ["eq", "ne", "gt", "ge", "lt", "le"];

    [Fact]
    public async Task A_filter_over_keys_finds_what_a_look_at_every_row_finds()
    {
        await using var file = new DataFile();
        TableClient table = new(file.ConnectionString, "Cases");
        await table.CreateAsync();
        foreach (string partition in Keys)
        {
            await table.SubmitTransactionAsync(Keys.Select((row, number) =>
                new TableTransactionAction(TableTransactionActionType.Add, new TableEntity(partition, row) { ["N"] = number })));
        }

        for (int seed = 0; seed < 500; seed++)
        {
            string filter = Filter(new Random(seed), depth: 3);
            int page = 1 + (seed % 4);

            string byRange = Rows(table.Query<TableEntity>(filter, page));
            string byLooking = Rows(table.Query<TableEntity>($"not (not ({filter}))"));

            Assert.True(byRange == byLooking, $"seed {seed}: {filter} found {byRange}, expected {byLooking}");
        }
    }

    private static string Rows(IEnumerable<TableEntity> entities) => string.Join(' ', entities.Select(entity => entity.PartitionKey + entity.RowKey));

    private static string Filter(Random random, int depth) => (depth == 0 ? 0 : random.Next(5)) switch
    {
        0 or 1 => Comparison(random),
        2 => $"({Filter(random, depth - 1)} and {Filter(random, depth - 1)})",
        3 => $"({Filter(random, depth - 1)} or {Filter(random, depth - 1)})",
        _ => $"not ({Filter(random, depth - 1)})",
    };

    private static string Comparison(Random random)
    {
        string comparison = Operators[random.Next(Operators.Length)];
        string key = Keys[random.Next(Keys.Length)];
        return random.Next(5) switch
        {
            0 or 1 => $"PartitionKey {comparison} '{key}'",
            2 => $"RowKey {comparison} '{key}'",
            3 => $"'{key}' {comparison} PartitionKey",
            _ => $"N {comparison} {random.Next(3)}",
        };
    }
}
