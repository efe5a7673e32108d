using Azure;
using Azure.Data.Tables;

namespace Rettidig.Contract.Tests.Tables;

/// <summary>What only the embedded tables promise.</summary>
public sealed class EmbeddedStorage
{
    [Fact]
    public async Task What_was_written_is_there_after_a_restart()
    {
        await using var file = new DataFile();
        TableClient before = new(file.ConnectionString, "Cases");
        await before.CreateAsync();
        await before.AddEntityAsync(new TableEntity("p", "r") { ["N"] = 7 });
        await file.RestartAsync();

        TableEntity read = (await new TableClient(file.ConnectionString, "cases").GetEntityAsync<TableEntity>("p", "r")).Value;

        Assert.Equal(7, read.GetInt32("N"));
    }

    [Fact]
    public async Task Timestamps_are_those_of_the_hosts_clock_and_never_two_the_same()
    {
        await using var file = new DataFile();
        TableClient table = new(file.ConnectionString, "Cases");
        await table.CreateAsync();
        await table.AddEntityAsync(new TableEntity("p", "1"));
        await table.AddEntityAsync(new TableEntity("p", "2"));

        DateTimeOffset?[] stamps = [.. table.Query<TableEntity>().Select(entity => entity.Timestamp)];

        Assert.Equal([file.Clock.GetUtcNow(), file.Clock.GetUtcNow().AddTicks(1)], stamps.Cast<DateTimeOffset>());
    }

    /// <summary>As Azure's service does; Azurite reads them somehow.</summary>
    [Theory]
    [InlineData("PartitionKey eq 'a")]
    [InlineData("Due gt datetime'yesterday'")]
    [InlineData("Age eq 4x")]
    public async Task A_value_in_a_filter_that_cannot_be_read_is_refused(string filter)
    {
        await using var file = new DataFile();
        TableClient table = new(file.ConnectionString, "Cases");
        await table.CreateAsync();

        RequestFailedException refusal = Assert.Throws<RequestFailedException>(() => table.Query<TableEntity>(filter).ToList());

        Assert.Equal((400, "InvalidInput"), (refusal.Status, refusal.ErrorCode));
    }
}
