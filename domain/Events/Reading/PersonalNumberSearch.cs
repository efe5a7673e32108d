using System.Text.Json;

namespace Rettidig.Domain.Events.Reading;

/// <summary>Looks through every string of an event, names of fields too.</summary>
internal static class PersonalNumberSearch
{
    /// <summary>The path of the first field that holds a personal number, or null. A name that is one itself is not repeated.</summary>
    public static string? FieldWithOne(JsonElement json) => Search(json, "");

    private static string? Search(JsonElement json, string path) => json.ValueKind switch
    {
        JsonValueKind.String => PersonalNumbers.Contains(json.GetString()!) ? path : null,
        JsonValueKind.Object => json.EnumerateObject().Select(property => SearchProperty(property, path)).FirstOrDefault(found => found is not null),
        JsonValueKind.Array => json.EnumerateArray().Select((item, i) => Search(item, $"{path}[{i}]")).FirstOrDefault(found => found is not null),
        _ => null,
    };

    private static string? SearchProperty(JsonProperty property, string path)
    {
        string prefix = path.Length == 0 ? "" : path + ".";
        return PersonalNumbers.Contains(property.Name) ? prefix + "(feltnavn)" : Search(property.Value, prefix + property.Name);
    }
}
