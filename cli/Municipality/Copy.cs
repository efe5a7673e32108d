using System.Text.Json;
using System.Text.Json.Nodes;
using Rettidig.Cli.Terminal;

namespace Rettidig.Cli.Municipality;

/// <summary>The rows of a municipality in the file that <see cref="Handover"/> wrote.</summary>
internal sealed class Copy
{
    /// <summary>What makes work begin, the municipality's own row last of all.</summary>
    private static readonly string[] Last = ["Placements", "Unreconciled", "Municipalities"];

    private readonly string path;
    private readonly SortedDictionary<string, int> counts = new(StringComparer.Ordinal);

    private Copy(string path) => this.path = path;

    /// <summary>How many rows by table.</summary>
    public IReadOnlyDictionary<string, int> Tables => counts;

    public int Rows => counts.Values.Sum();

    /// <summary>How many placements there are events of.</summary>
    public int Placements { get; private set; }

    /// <summary>Reads the file through once, so that it is known to be whole before anything is put back.</summary>
    /// <exception cref="Refused">It cannot be read, or it is not that file.</exception>
    public static Copy Open(string folder, string municipality)
    {
        var copy = new Copy(Path.Combine(folder, Handover.Rows));
        foreach ((string table, JsonObject row) in copy.Read())
        {
            copy.counts[table] = copy.counts.GetValueOrDefault(table) + 1;
            copy.Placements += table == "CaseEvents" && (string?)row["RowKey"] == "head" ? 1 : 0;
            if (table == "Municipalities" && (string?)row["RowKey"] != municipality)
            {
                throw Refused.AsWritten($"{copy.path} er en kopi af {row["RowKey"]}, ikke af {municipality}.");
            }
        }

        return copy.counts.ContainsKey("Municipalities")
            ? copy
            : throw Refused.AsWritten($"{copy.path} er ikke en hel kopi af en kommune: rækken i Municipalities mangler.");
    }

    /// <summary>The rows in the order they are to be put back.</summary>
    public IEnumerable<(string Table, JsonObject Row)> InOrder()
    {
        var late = new List<(string Table, JsonObject Row)>();
        foreach ((string Table, JsonObject Row) one in Read())
        {
            if (Last.Contains(one.Table))
            {
                late.Add(one);
            }
            else
            {
                yield return one;
            }
        }

        foreach ((string Table, JsonObject Row) one in late.OrderBy(one => Array.IndexOf(Last, one.Table)))
        {
            yield return one;
        }
    }

    private IEnumerable<(string Table, JsonObject Row)> Read()
    {
        int number = 0;
        foreach (string line in Lines())
        {
            number++;
            yield return Parsed(line) ?? throw Refused.AsWritten($"{path}, linje {number} er ikke en række: filen er ikke hel, eller det er ikke {Handover.Rows} fra 'rettidig municipality export'.");
        }
    }

    private IEnumerable<string> Lines()
    {
        try
        {
            return File.ReadLines(path);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw Refused.AsWritten($"{path} kan ikke læses: peg på den mappe, som 'rettidig municipality export' skrev.");
        }
    }

    private static (string, JsonObject)? Parsed(string line)
    {
        try
        {
            return JsonNode.Parse(line) is JsonObject json && (string?)json["table"] is { } table && json["row"] is JsonObject row ? (table, row.DeepClone().AsObject()) : null;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
