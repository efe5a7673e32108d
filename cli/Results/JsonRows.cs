using System.Text.Encodings.Web;
using System.Text.Json;

namespace Rettidig.Cli.Results;

/// <summary>JSON Lines in UTF-8: one object a line, letters as they are, lines ending in LF.</summary>
internal static class JsonRows
{
    /// <summary>The files are read by programs and people, never placed in a web page: æ, ø, å and § stay themselves.</summary>
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write<T>(IEnumerable<T> rows, Action<Utf8JsonWriter, T> write)
    {
        var file = new MemoryStream();
        using var json = new Utf8JsonWriter(file, Options);
        foreach (T row in rows)
        {
            json.WriteStartObject();
            write(json, row);
            json.WriteEndObject();
            json.Flush();
            file.WriteByte((byte)'\n');
            json.Reset();
        }

        return file.ToArray();
    }
}
