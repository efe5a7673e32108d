using System.Text.Json.Serialization;

namespace Rettidig.Samples;

/// <summary>A placement site as the events tell it; the letters of the id say its kind, nothing says where it is.</summary>
internal sealed record Site(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("kind")] string Kind,
    [property: JsonPropertyName("email")] string? Email)
{
    /// <summary>Six in ten are foster families, as among the sites Ankestyrelsen asked; some of those are kin; a few have no mail.</summary>
    public static List<Site> Deal(int count, Dice dice)
    {
        var foster = count * 6 / 10;
        var kinds = dice.Deal((foster - 6, "foster-family"), (6, "kinship-foster-family"), (count - foster - 3, "residential-care"), (3, "other"));
        return [.. kinds.Select((kind, at) => Numbered(kind, at + 1, dice.Percent(92)))];
    }

    public static Site Numbered(string kind, int number, bool hasEmail = true)
    {
        var (prefix, domain) = kind switch
        {
            "foster-family" => ("pf", "plejefamilie.example"),
            "kinship-foster-family" => ("sl", "slaegtspleje.example"),
            "residential-care" => ("ds", "doegninstitution.example"),
            _ => ("as", "anbringelsessted.example"),
        };
        return new($"{prefix}-{number:D2}", kind, hasEmail ? $"{prefix}-{number:D2}@{domain}" : null);
    }
}
