using System.Text.Encodings.Web;
using System.Text.Json;

namespace Rettidig.SelfHost.Durable;

/// <summary>A history as a file that is kept for ever: readable, one line a turn.</summary>
internal static class HistoryFile
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(TurnTaken taken)
    {
        string[] head =
        [
            $"\"orchestrator\": {Text(taken.Instance.Name)}",
            $"\"instance\": {Text(taken.Instance.Id)}",
            $"\"execution\": {taken.Instance.Execution}",
            $"\"input\": {Text(taken.Instance.Input)}",
            $"\"end\": {Text(taken.End.ToString())}",
            $"\"output\": {Text(taken.Output)}",
        ];
        IEnumerable<string> turns = taken.Before.Append(taken.Turn).Select(turn => "    " + System.Text.Encoding.UTF8.GetString(HistoryCodec.Encode(turn)));
        return $"{{\n  {string.Join(",\n  ", head)},\n  \"turns\": [\n{string.Join(",\n", turns)}\n  ]\n}}\n";
    }

    public static TurnTaken Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        JsonElement root = document.RootElement;
        List<HistoryTurn> turns = [.. root.GetProperty("turns").EnumerateArray().Select(turn => HistoryCodec.Decode(System.Text.Encoding.UTF8.GetBytes(turn.GetRawText())))];
        DateTimeOffset began = new(turns[0].Time, TimeSpan.Zero);
        var instance = new InstanceRecord
        {
            Id = root.GetProperty("instance").GetString()!,
            Name = root.GetProperty("orchestrator").GetString()!,
            Status = InstanceStatus.Running,
            CreatedAt = began,
            UpdatedAt = began,
            Input = root.GetProperty("input").GetString(),
            Execution = root.GetProperty("execution").GetInt64(),
        };
        return new TurnTaken(instance, turns[..^1], turns[^1], Enum.Parse<TurnEnd>(root.GetProperty("end").GetString()!), root.GetProperty("output").GetString());
    }

    private static string Text(string? value) => JsonSerializer.Serialize(value, Options);
}
