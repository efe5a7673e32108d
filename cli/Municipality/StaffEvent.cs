using System.Text.Json;
using System.Text.Json.Nodes;
using Rettidig.Domain.Events.Reading;
using Rettidig.Domain.Events;

namespace Rettidig.Cli.Municipality;

/// <summary>A member of staff as an event: the directory keeps what is known now, not the events it came by.</summary>
internal static class StaffEvent
{
    public static JsonObject Of(JsonObject row, string municipality)
    {
        string id = (string)row["RowKey"]!;
        var time = row["Time"]!.GetValue<DateTimeOffset>();
        return new JsonObject
        {
            ["specversion"] = "1.0",
            ["id"] = $"staff-{id}-{time.ToUnixTimeMilliseconds()}",
            ["source"] = "urn:rettidig:municipality-export",
            ["type"] = "dk.rettidig.staff.upserted.v1",
            ["subject"] = $"{municipality}/staff/{id}",
            ["time"] = JsonValue.Create(time),
            ["data"] = Data(row, id),
        };
    }

    private static JsonObject Data(JsonObject row, string id)
    {
        var data = new JsonObject { ["id"] = id };
        foreach (string name in new[] { "Name", "Email", "Role", "Team", "Leader", "AbsentFrom", "AbsentTo", "Substitute" })
        {
            if (row[name] is { } value)
            {
                data[JsonNamingPolicy.CamelCase.ConvertName(name)] = name == "Role" ? ChoiceNames<StaffRole>.Text(Enum.Parse<StaffRole>((string)value!)) : value.DeepClone();
            }
        }

        return data;
    }
}
