using System.Text;
using Rettidig.SelfHost.Tables;

namespace Azure.Data.Tables;

/// <summary>Rows and positions of the embedded storage, as the client shows them.</summary>
internal static class EmbeddedRows
{
    public static Dictionary<string, object> ToValues(TableRow row, HashSet<string>? select)
    {
        var values = new Dictionary<string, object>(8, StringComparer.Ordinal) { [EntityProperty.ETag] = TableETag.Of(row.Version) };
        Add(EntityProperty.PartitionKey, row.PartitionKey);
        Add(EntityProperty.RowKey, row.RowKey);
        Add(EntityProperty.Timestamp, row.Timestamp);
        row.CopyTo(values, select);
        return values;

        void Add(string name, object value)
        {
            if (select is null || select.Contains(name))
            {
                values[name] = value;
            }
        }
    }

    /// <summary>Both keys in base64, so that a token is one word per key whatever they contain.</summary>
    public static string? ToToken(TableKey? key) => key is null ? null : Encode(key.PartitionKey) + " " + Encode(key.RowKey);

    public static TableKey? ToKey(string? token)
    {
        if (string.IsNullOrEmpty(token))
        {
            return null;
        }

        try
        {
            string[] parts = token.Split(' ');
            return new TableKey(Decode(parts[0]), Decode(parts[1]));
        }
        catch (Exception malformed) when (malformed is FormatException or IndexOutOfRangeException)
        {
            throw new TableError(400, "InvalidInput", "The continuation token is not one that a page of this query gave. Begin without a token.");
        }
    }

    private static string Encode(string key) => Convert.ToBase64String(Encoding.UTF8.GetBytes(key));

    private static string Decode(string key) => Encoding.UTF8.GetString(Convert.FromBase64String(key));
}
