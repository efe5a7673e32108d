using Azure.Data.Tables;

namespace Rettidig.Contract.Tests.Tables;

public abstract class LimitContract<TSubject> : TableContract<TSubject>
    where TSubject : ITableSubject, new()
{
    [Theory]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("a\tb")]
    [InlineData("a\u0085b")]
    public Task A_key_with_a_forbidden_character_is_refused(string key) => RefusedAsync(400, "OutOfRangeInput", () => Table.AddEntityAsync(Entity("p", key)));

    [Theory]
    [InlineData("101:P-7")]
    [InlineData("")]
    [InlineData("æøå med mellemrum")]
    [InlineData("it's 100%")]
    public async Task Other_characters_are_kept_in_keys(string key)
    {
        await Table.AddEntityAsync(Entity(key, key));

        TableEntity read = (await Table.GetEntityAsync<TableEntity>(key, key)).Value;
        Assert.Equal((key, key), (read.PartitionKey, read.RowKey));
        Assert.Single(await RowsAsync(TableClient.CreateQueryFilter($"PartitionKey eq {key} and RowKey eq {key}")));
    }

    [Fact]
    public async Task A_key_has_512_characters()
    {
        await Table.AddEntityAsync(Entity("p", new string('k', 512)));

        await RefusedAsync(400, "KeyValueTooLarge", () => Table.AddEntityAsync(Entity("p", new string('k', 513))));
    }

    [Fact]
    public async Task A_property_holds_64_KiB()
    {
        await Table.AddEntityAsync(Entity("p", "text", ("Text", new string('x', 32 * 1024)), ("Bytes", new byte[64 * 1024])));

        await RefusedAsync(400, "PropertyValueTooLarge", () => Table.AddEntityAsync(Entity("p", "r", ("Text", new string('x', (32 * 1024) + 1)))));
        await RefusedAsync(400, "PropertyValueTooLarge", () => Table.AddEntityAsync(Entity("p", "r", ("Bytes", new byte[(64 * 1024) + 1]))));
    }

    [Fact]
    public Task An_entity_holds_1_MiB() => RefusedAsync(400, "EntityTooLarge", () =>
        Table.AddEntityAsync(Entity("p", "r", [.. Enumerable.Range(0, 17).Select(number => ($"B{number}", (object)new byte[63 * 1024]))])));

    [Fact]
    public async Task An_entity_has_252_properties_of_its_own()
    {
        (string, object)[] Properties(int count) => [.. Enumerable.Range(0, count).Select(number => ($"P{number}", (object)number))];

        await Table.AddEntityAsync(Entity("p", "most", Properties(252)));
        await RefusedAsync(400, "TooManyProperties", () => Table.AddEntityAsync(Entity("p", "more", Properties(253))));
    }

    [Fact]
    public Task A_moment_before_1601_is_refused() =>
        RefusedAsync(400, "OutOfRangeInput", () => Table.AddEntityAsync(Entity("p", "r", ("At", new DateTimeOffset(1600, 12, 31, 0, 0, 0, TimeSpan.Zero)))));

    [Fact]
    public Task A_name_that_is_no_name_is_refused() => RefusedAsync(400, "PropertyNameInvalid", () => Table.AddEntityAsync(Entity("p", "r", ("not a name", 1))));

    [Theory]
    [InlineData("ab")]
    [InlineData("1abc")]
    [InlineData("with-dash")]
    public Task A_table_name_that_is_no_name_is_refused(string name) => RefusedAsync(400, "InvalidResourceName", () => Service.CreateTableAsync(name));
}
