using System.Text.RegularExpressions;

namespace Rettidig.SelfHost.Tables;

/// <summary>The limits of the Table service, refused here as it refuses them. Source: "Understanding the Table service data model".</summary>
public static partial class TableLimits
{
    /// <summary>Changes in one transaction.</summary>
    public const int ChangesPerTransaction = 100;

    /// <summary>Rows in one page of a query.</summary>
    public const int RowsPerPage = 1000;

    /// <summary>1 KiB at two bytes a character, as the service keeps text.</summary>
    private const int KeyCharacters = 512;

    private const int PropertyBytes = 64 * 1024;
    private const int EntityBytes = 1024 * 1024;
    private const int TransactionBytes = 4 * 1024 * 1024;
    private const int OwnProperties = 252;
    private const int NameCharacters = 255;
    private static readonly DateTimeOffset Earliest = new(1601, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void CheckTableName(string table)
    {
        if (!TableName().IsMatch(table))
        {
            throw new TableError(400, "InvalidResourceName", $"'{table}' is not a table name. Use 3 to 63 letters and digits, a letter first.");
        }
    }

    /// <summary>Refuses what no table would take, before anything is written or sent.</summary>
    /// <exception cref="TableError">The first limit that is passed, with the index of the change.</exception>
    public static void CheckTransaction(IReadOnlyList<TableChange> changes)
    {
        if (changes.Count > ChangesPerTransaction)
        {
            throw TableError.BadInput($"A transaction holds at most {ChangesPerTransaction} changes, this one has {changes.Count}. Split it.");
        }

        var rows = new HashSet<string>(StringComparer.Ordinal);
        long bytes = 0;
        for (int i = 0; i < changes.Count; i++)
        {
            CheckChange(changes[i], i);
            bytes += SizeOf(changes[i]);
            CheckCompanion(changes, rows, i);
        }

        CheckTransactionBytes(bytes);
    }

    /// <summary>Refuses a transaction that is too large, as it is kept or as it is sent.</summary>
    /// <exception cref="TableError">413.</exception>
    public static void CheckTransactionBytes(long bytes)
    {
        if (bytes > TransactionBytes)
        {
            throw new TableError(413, "RequestBodyTooLarge", $"A transaction holds at most 4 MiB, this one has {bytes} bytes. Split it.");
        }
    }

    private static void CheckCompanion(IReadOnlyList<TableChange> changes, HashSet<string> rows, int index)
    {
        if (changes[index].PartitionKey != changes[0].PartitionKey)
        {
            throw new TableError(400, "CommandsInBatchActOnDifferentPartitions", "All changes of a transaction must have the same partition key.", index);
        }

        if (!rows.Add(changes[index].RowKey))
        {
            throw new TableError(400, "InvalidDuplicateRow", "A transaction changes each entity at most once; two of its changes have the same row key.", index);
        }
    }

    private static void CheckChange(TableChange change, int index)
    {
        CheckKey("PartitionKey", change.PartitionKey, index);
        CheckKey("RowKey", change.RowKey, index);
        if (change.Properties.Count > OwnProperties)
        {
            throw new TableError(400, "TooManyProperties", $"An entity has at most {OwnProperties} properties besides the keys and the timestamp, this one {change.Properties.Count}.", index);
        }

        foreach ((string name, object value) in change.Properties)
        {
            CheckName(name, index);
            CheckValue(name, value, index);
        }

        CheckSize(change, index);
    }

    internal static void CheckSize(TableChange change, int index)
    {
        if (SizeOf(change) is var bytes and > EntityBytes)
        {
            throw new TableError(400, "EntityTooLarge", $"An entity holds at most 1 MiB, this one {bytes} bytes.", index);
        }
    }

    private static void CheckKey(string which, string key, int index)
    {
        if (key is null)
        {
            throw new TableError(400, "PropertiesNeedValue", $"{which} is missing: an entity needs both keys.", index);
        }

        if (key.Length > KeyCharacters)
        {
            throw new TableError(400, "KeyValueTooLarge", $"{which} has at most {KeyCharacters} characters, this one {key.Length}.", index);
        }

        int bad = key.AsSpan().IndexOfAny(ForbiddenInKeys);
        if (bad >= 0)
        {
            throw new TableError(400, "OutOfRangeInput", $"{which} must not contain / \\ # ? or control characters; character {bad} is U+{(int)key[bad]:X4}.", index);
        }
    }

    private static void CheckName(string name, int index)
    {
        if (name.Length > NameCharacters)
        {
            throw new TableError(400, "PropertyNameTooLong", $"A property name has at most {NameCharacters} characters, this one {name.Length}.", index);
        }

        if (!PropertyName().IsMatch(name))
        {
            throw new TableError(400, "PropertyNameInvalid", $"'{name}' is not a property name. Use letters, digits and underscores, no digit first.", index);
        }
    }

    private static void CheckValue(string name, object value, int index)
    {
        if (SizeOf(value) is var bytes and > PropertyBytes)
        {
            throw new TableError(400, "PropertyValueTooLarge", $"A property holds at most 64 KiB, '{name}' has {bytes} bytes (text counts two a character).", index);
        }

        if (value is DateTimeOffset moment && moment < Earliest)
        {
            throw new TableError(400, "OutOfRangeInput", $"The property '{name}' is earlier than 1601-01-01, the first moment the service keeps.", index);
        }
    }

    /// <summary>As the service counts: four bytes, the keys and names at two bytes a character, eight bytes and the value of each property.</summary>
    private static long SizeOf(TableChange change) =>
        4 + (2L * (change.PartitionKey.Length + change.RowKey.Length)) + change.Properties.Sum(property => 8 + (2L * property.Key.Length) + SizeOf(property.Value));

    private static long SizeOf(object value) => value switch
    {
        string text => 2L * text.Length,
        byte[] bytes => bytes.Length,
        Guid => 16,
        bool => 1,
        int => 4,
        _ => 8,
    };

    private static readonly System.Buffers.SearchValues<char> ForbiddenInKeys = System.Buffers.SearchValues.Create(
        [.. "/\\#?", .. Enumerable.Range(0x00, 0x20).Select(code => (char)code), .. Enumerable.Range(0x7F, 0x21).Select(code => (char)code)]);

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9]{2,62}$")]
    private static partial Regex TableName();

    [GeneratedRegex(@"^[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Mn}\p{Mc}\p{Nd}\p{Pc}\p{Cf}_]*$")]
    private static partial Regex PropertyName();
}
