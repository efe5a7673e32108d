using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Rettidig.SelfHost.Durable;

/// <summary>
/// Turns as bytes: <c>[ticks, [kind, step, name, data], …]</c> in JSON, so that a person with the sqlite3 shell can read
/// a history, without what is empty at the end of an event.
/// </summary>
internal static class HistoryCodec
{
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Encode(HistoryTurn turn)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer, WriterOptions))
        {
            json.WriteStartArray();
            json.WriteNumberValue(turn.Time.Ticks);
            Write(json, turn.Received);
            Write(json, turn.Asked);
            json.WriteEndArray();
        }

        return buffer.WrittenSpan.ToArray();
    }

    public static HistoryTurn Decode(byte[] bytes)
    {
        var json = new Utf8JsonReader(bytes);
        json.Read();
        json.Read();
        var time = new DateTime(json.GetInt64(), DateTimeKind.Utc);
        var received = new List<HistoryEvent>();
        var asked = new List<HistoryEvent>();
        while (json.Read() && json.TokenType == JsonTokenType.StartArray)
        {
            HistoryEvent next = ReadEvent(ref json);
            (next.IsAsked ? asked : received).Add(next);
        }

        return new HistoryTurn(time, received, asked);
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<HistoryEvent> events)
    {
        foreach (HistoryEvent item in events)
        {
            json.WriteStartArray();
            json.WriteNumberValue((int)item.Kind);
            json.WriteNumberValue(item.Step);
            if (item.Name is not null || item.Data is not null)
            {
                json.WriteStringValue(item.Name);
            }

            if (item.Data is not null)
            {
                json.WriteStringValue(item.Data);
            }

            json.WriteEndArray();
        }
    }

    private static HistoryEvent ReadEvent(ref Utf8JsonReader json)
    {
        json.Read();
        var kind = (HistoryKind)json.GetInt32();
        json.Read();
        int step = json.GetInt32();
        string? name = json.Read() && json.TokenType != JsonTokenType.EndArray ? json.GetString() : null;
        string? data = json.TokenType != JsonTokenType.EndArray && json.Read() && json.TokenType != JsonTokenType.EndArray
            ? json.GetString()
            : null;
        if (json.TokenType != JsonTokenType.EndArray)
        {
            json.Read();
        }

        return new HistoryEvent(kind, step, name, data);
    }
}
