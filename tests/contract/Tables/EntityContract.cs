using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace Rettidig.Contract.Tests.Tables;

public abstract class EntityContract<TSubject> : TableContract<TSubject>
    where TSubject : ITableSubject, new()
{
    [Fact]
    public async Task What_was_written_is_read_back_with_its_types()
    {
        var moment = new DateTimeOffset(2026, 11, 30, 8, 15, 30, TimeSpan.FromHours(1)).AddTicks(1234567);
        var guid = Guid.Parse("6f1c4b1e-8a41-4f0e-9d8e-2f8a9a3f0c11");
        await Table.AddEntityAsync(Entity(
            "p", "r", ("Text", "æøå 𝄞 'quoted'"), ("Empty", ""), ("Small", int.MinValue), ("Large", long.MaxValue), ("Real", 0.1), ("Whole", 2.0),
            ("Nan", double.NaN), ("Yes", true), ("At", moment), ("Day", new DateTime(2026, 11, 30, 0, 0, 0, DateTimeKind.Utc)), ("Id", guid), ("Bytes", new byte[] { 0, 255, 7 })));

        TableEntity read = (await Table.GetEntityAsync<TableEntity>("p", "r")).Value;

        Assert.Equal("æøå 𝄞 'quoted'", read.GetString("Text"));
        Assert.Equal("", read.GetString("Empty"));
        Assert.Equal(int.MinValue, read.GetInt32("Small"));
        Assert.Equal(long.MaxValue, read.GetInt64("Large"));
        Assert.Equal(0.1, read.GetDouble("Real"));
        Assert.IsType<double>(read["Whole"]);
        Assert.True(double.IsNaN(read.GetDouble("Nan")!.Value));
        Assert.True(read.GetBoolean("Yes"));
        Assert.Equal(moment, read.GetDateTimeOffset("At"));
        Assert.Equal(TimeSpan.Zero, read.GetDateTimeOffset("At")!.Value.Offset);
        Assert.Equal(new DateTime(2026, 11, 30), read.GetDateTime("Day"));
        Assert.Equal(guid, read.GetGuid("Id"));
        Assert.Equal([0, 255, 7], read.GetBinary("Bytes"));
        Assert.Equal([0, 255, 7], read.GetBinaryData("Bytes")!.ToArray());
    }

    [Fact]
    public async Task An_entity_class_of_ones_own_keeps_its_properties()
    {
        await Table.AddEntityAsync(new Booking
        {
            PartitionKey = "p", RowKey = "r", Guests = 3, Price = 12.5, Day = new DateTime(2026, 12, 24, 0, 0, 0, DateTimeKind.Utc), Photo = BinaryData.FromBytes(new byte[] { 1, 2 }), Kind = DayOfWeek.Friday,
        });

        Booking read = (await Table.GetEntityAsync<Booking>("p", "r")).Value;

        Assert.Equal(("p", "r", 3, 12.5), (read.PartitionKey, read.RowKey, read.Guests, read.Price));
        Assert.Equal(new DateTime(2026, 12, 24), read.Day);
        Assert.Equal([1, 2], read.Photo!.ToArray());
        Assert.Equal(DayOfWeek.Friday, read.Kind);
        Assert.Null(read.Note);
        Assert.NotNull(read.Timestamp);
        Assert.NotEqual(default, read.ETag);
    }

    [Fact]
    public async Task Adding_the_same_entity_twice_is_a_conflict()
    {
        await Table.AddEntityAsync(Entity("p", "r"));

        await RefusedAsync(409, "EntityAlreadyExists", () => Table.AddEntityAsync(Entity("p", "r")));
    }

    [Fact]
    public async Task An_entity_that_is_not_there_is_not_found()
    {
        await RefusedAsync(404, "ResourceNotFound", () => Table.GetEntityAsync<TableEntity>("p", "r"));
        await RefusedAsync(404, "ResourceNotFound", () => Table.UpdateEntityAsync(Entity("p", "r"), ETag.All));
        Assert.False((await Table.GetEntityIfExistsAsync<TableEntity>("p", "r")).HasValue);
        Assert.Equal(404, (await Table.DeleteEntityAsync("p", "r")).Status);
    }

    [Fact]
    public async Task A_merge_keeps_what_it_does_not_name_and_a_replacement_does_not()
    {
        await Table.AddEntityAsync(Entity("p", "r", ("A", 1), ("B", 1)));

        await Table.UpsertEntityAsync(Entity("p", "r", ("B", 2)));
        TableEntity merged = (await Table.GetEntityAsync<TableEntity>("p", "r")).Value;
        await Table.UpsertEntityAsync(Entity("p", "r", ("C", 3)), TableUpdateMode.Replace);
        TableEntity replaced = (await Table.GetEntityAsync<TableEntity>("p", "r")).Value;

        Assert.Equal((1, 2), (merged.GetInt32("A"), merged.GetInt32("B")));
        Assert.Equal((null, null, 3), (replaced.GetInt32("A"), replaced.GetInt32("B"), replaced.GetInt32("C")));
    }

    [Fact]
    public async Task Of_two_who_read_the_same_only_the_first_may_write()
    {
        await Table.AddEntityAsync(Entity("p", "r", ("N", 0)));
        TableEntity mine = (await Table.GetEntityAsync<TableEntity>("p", "r")).Value;
        TableEntity theirs = (await Table.GetEntityAsync<TableEntity>("p", "r")).Value;

        Response first = await Table.UpdateEntityAsync(mine, mine.ETag);

        await RefusedAsync(412, "UpdateConditionNotSatisfied", () => Table.UpdateEntityAsync(theirs, theirs.ETag));
        await RefusedAsync(412, "UpdateConditionNotSatisfied", () => Table.DeleteEntityAsync("p", "r", theirs.ETag));
        Assert.Equal(first.Headers.ETag, (await Table.GetEntityAsync<TableEntity>("p", "r")).Value.ETag);
        Assert.Equal(204, (await Table.DeleteEntityAsync("p", "r", first.Headers.ETag!.Value)).Status);
    }

    [Fact]
    public async Task An_entity_that_was_removed_and_added_again_has_another_etag()
    {
        Response before = await Table.AddEntityAsync(Entity("p", "r"));
        await Table.DeleteEntityAsync("p", "r");
        Response after = await Table.AddEntityAsync(Entity("p", "r"));

        Assert.NotEqual(before.Headers.ETag, after.Headers.ETag);
    }

    [Fact]
    public async Task Only_the_selected_properties_come_back()
    {
        await Table.AddEntityAsync(Entity("p", "r", ("A", 1), ("B", 2)));

        TableEntity read = (await Table.GetEntityAsync<TableEntity>("p", "r", ["A"])).Value;

        Assert.Equal((1, null, null), (read.GetInt32("A"), read.GetInt32("B"), read.RowKey));
    }

    [Fact]
    public async Task Properties_with_names_in_any_letters_are_read_and_found()
    {
        await Table.AddEntityAsync(Entity("p", "r", ("Before", 1), ("Årsag", "flytning"), ("Blåt", true), ("After", 2)));
        await Table.AddEntityAsync(Entity("p", "s", ("Arsag", "flytning"), ("Blat", true)));

        TableEntity read = (await Table.GetEntityAsync<TableEntity>("p", "r")).Value;

        Assert.Equal(("flytning", true, 2, null), (read.GetString("Årsag"), read.GetBoolean("Blåt"), read.GetInt32("After"), read.GetString("Arsag")));
        Assert.Equal("flytning", (await Table.GetEntityAsync<TableEntity>("p", "r", ["Årsag"])).Value["Årsag"]);
    }

    [Fact]
    public async Task What_is_changed_after_reading_is_what_is_written()
    {
        await Table.AddEntityAsync(Entity("p", "r", ("Bytes", new byte[] { 1, 2 }), ("Text", "old"), ("Gone", 1), ("Kept", 7L)));
        TableEntity read = (await Table.GetEntityAsync<TableEntity>("p", "r")).Value;

        Assert.Equal("old", read.GetString("Text"));
        read.GetBinary("Bytes")![0] = 9;
        read["Text"] = "new";
        Assert.True(read.Remove("Gone"));
        await Table.UpdateEntityAsync(read, read.ETag, TableUpdateMode.Replace);
        TableEntity written = (await Table.GetEntityAsync<TableEntity>("p", "r")).Value;

        Assert.Equal(("new", null, null, 7L), (read.GetString("Text"), read.GetInt32("Gone"), read["Gone"], read.GetInt64("Kept")));
        Assert.Equal([9, 2], written.GetBinary("Bytes"));
        Assert.Equal(("new", null, 7L), (written.GetString("Text"), written.GetInt32("Gone"), written.GetInt64("Kept")));
    }

    [Fact]
    public async Task What_was_read_stays_as_it_was_when_others_write()
    {
        await Table.AddEntityAsync(Entity("p", "r", ("A", 1), ("B", 1)));
        TableEntity read = (await Table.GetEntityAsync<TableEntity>("p", "r")).Value;
        int? first = read.GetInt32("A");
        await Table.UpsertEntityAsync(Entity("p", "r", ("A", 2), ("B", 2), ("C", 2)));

        Assert.Equal((1, 1, null), (first, read.GetInt32("B"), read.GetInt32("C")));
        Assert.NotEqual(read.ETag, (await Table.GetEntityAsync<TableEntity>("p", "r")).Value.ETag);
        await RefusedAsync(412, "UpdateConditionNotSatisfied", () => Table.UpdateEntityAsync(read, read.ETag));
    }

    [Fact]
    public async Task An_entity_can_be_asked_one_by_one_and_as_a_whole()
    {
        (string Name, object Value)[] properties = [.. Enumerable.Range(0, 30).Select(i => ($"P{i}", (object)i))];
        await Table.AddEntityAsync(Entity("p", "r", properties));

        TableEntity asked = (await Table.GetEntityAsync<TableEntity>("p", "r")).Value;
        TableEntity whole = (await Table.GetEntityAsync<TableEntity>("p", "r")).Value;
        TableEntity some = (await Table.GetEntityAsync<TableEntity>("p", "r", ["P3", "RowKey"])).Value;

        Assert.Equal(Enumerable.Range(0, 30), properties.Select(property => asked.GetInt32(property.Name)!.Value));
        Assert.Equal(whole.Where(property => property.Key.StartsWith('P')).ToDictionary(), asked.Where(property => property.Key.StartsWith('P')).ToDictionary());
        Assert.Equal((3, null, "r", null, null), (some.GetInt32("P3"), some.GetInt32("P4"), some.RowKey, some.PartitionKey, some.Timestamp));
        Assert.False(some.ContainsKey("P4"));
        Assert.Throws<InvalidOperationException>(() => whole.GetString("P1"));
        Assert.Throws<InvalidOperationException>(() => { whole["P1"] = "text"; });
    }

    [Fact]
    public async Task A_table_that_is_not_there_is_named_in_the_refusal()
    {
        TableClient missing = Service.GetTableClient("NotThere");

        await RefusedAsync(404, "TableNotFound", () => missing.AddEntityAsync(Entity("p", "r")));
        Assert.Equal(404, (await missing.DeleteAsync()).Status);
    }

    [Fact]
    public async Task Making_a_table_that_exists_is_harmless_when_asked_for_so()
    {
        Assert.Equal(409, (await Table.CreateIfNotExistsAsync()).GetRawResponse().Status);
        await RefusedAsync(409, "TableAlreadyExists", () => Table.CreateAsync());
    }

    [Fact]
    public async Task The_tables_can_be_listed()
    {
        var names = new List<string>();
        await foreach (TableItem table in Service.QueryAsync($"TableName eq '{Table.Name}'"))
        {
            names.Add(table.Name);
        }

        Assert.Equal([Table.Name], names);
    }

    private sealed class Booking : ITableEntity
    {
        public string PartitionKey { get; set; } = "";

        public string RowKey { get; set; } = "";

        public DateTimeOffset? Timestamp { get; set; }

        public ETag ETag { get; set; }

        public int Guests { get; set; }

        public double? Price { get; set; }

        public DateTime Day { get; set; }

        public BinaryData? Photo { get; set; }

        public DayOfWeek Kind { get; set; }

        public string? Note { get; set; }
    }
}
