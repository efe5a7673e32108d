using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Rettidig.Tests.Node;

namespace Rettidig.Contract.Tests.Tables;

/// <summary>Our client and Microsoft's own for Node.js, @azure/data-tables, on the same table: each reads what the other wrote.</summary>
public sealed class OfficialClientTests
{
    private static readonly DateTimeOffset Moment = new DateTimeOffset(2026, 11, 30, 7, 15, 30, TimeSpan.Zero).AddTicks(1234567);
    private static readonly Guid Id = Guid.Parse("6f1c4b1e-8a41-4f0e-9d8e-2f8a9a3f0c11");

    [Fact]
    public async Task What_we_write_the_official_client_reads()
    {
        (TableClient table, string connectionString) = await TableAsync();
        await table.AddEntityAsync(new TableEntity("101:P-7", "it's 100%")
        {
            ["Text"] = "æøå 𝄞 'quoted' \"twice\"", ["Small"] = -41, ["Large"] = long.MaxValue, ["Real"] = 0.1, ["Yes"] = true, ["At"] = Moment, ["Id"] = Id, ["Bytes"] = new byte[] { 0, 255, 7 },
        });
        await table.SubmitTransactionAsync(Enumerable.Range(0, 100).Select(number => new TableTransactionAction(TableTransactionActionType.UpsertReplace, new TableEntity("p", $"{number:D3}") { ["N"] = number })));

        JsonArray read = JsonNode.Parse(await NodeProgram.RunAsync("tables.mjs", arguments: ["read", connectionString, table.Name]))!.AsArray();

        Assert.Equal(101, read.Count);
        AssertSame(
            """
            {
              "partitionKey": "101:P-7", "rowKey": "it's 100%", "Text": { "type": "String", "value": "æøå 𝄞 'quoted' \"twice\"" }, "Small": { "type": "Int32", "value": "-41" },
              "Large": { "type": "Int64", "value": "9223372036854775807" }, "Real": { "type": "Double", "value": "0.1" },
              "Yes": { "type": "Boolean", "value": "true" }, "At": { "type": "DateTime", "value": "2026-11-30T07:15:30.1234567Z" },
              "Id": { "type": "Guid", "value": "6f1c4b1e-8a41-4f0e-9d8e-2f8a9a3f0c11" }, "Bytes": { "type": "Binary", "value": "AP8H" }
            }
            """,
            read[0]!);
    }

    [Fact]
    public async Task What_the_official_client_writes_we_read()
    {
        (TableClient table, string connectionString) = await TableAsync();
        string entities =
            """
            [
              {
                "partitionKey": "101:P-7", "rowKey": "it's 100%", "Text": "æøå 𝄞", "Small": -41, "Real": 0.1, "Yes": true, "Large": { "type": "Int64", "value": "9223372036854775807" },
                "Whole": { "type": "Double", "value": "2" }, "At": { "type": "DateTime", "value": "2026-11-30T07:15:30.1234567Z" },
                "Id": { "type": "Guid", "value": "6f1c4b1e-8a41-4f0e-9d8e-2f8a9a3f0c11" }, "Bytes": { "type": "Binary", "value": "AP8H" }
              },
              { "partitionKey": "p", "rowKey": "1", "N": 1 },
              { "partitionKey": "p", "rowKey": "2", "N": 2 }
            ]
            """;

        await NodeProgram.RunAsync("tables.mjs", entities, "write", connectionString, table.Name);

        TableEntity read = (await table.GetEntityAsync<TableEntity>("101:P-7", "it's 100%")).Value;
        Assert.Equal(("æøå 𝄞", -41, 0.1, 2.0, true), (read.GetString("Text"), read.GetInt32("Small"), read.GetDouble("Real"), read.GetDouble("Whole"), read.GetBoolean("Yes")));
        Assert.Equal((long.MaxValue, Moment, Id), (read.GetInt64("Large"), read.GetDateTimeOffset("At"), read.GetGuid("Id")));
        Assert.Equal([0, 255, 7], read.GetBinary("Bytes"));
        Assert.Equal([1, 2], table.Query<TableEntity>("PartitionKey eq 'p'").Select(entity => entity.GetInt32("N")!.Value));
    }

    private static void AssertSame(string expected, JsonNode actual) => Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), actual.ToJsonString());

    private static async Task<(TableClient Table, string ConnectionString)> TableAsync()
    {
        string connectionString = (await Azurite.SharedAsync()).ConnectionString;
        var table = new TableClient(connectionString, "T" + Guid.NewGuid().ToString("N"));
        await table.CreateAsync();
        return (table, connectionString);
    }
}
