using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Rettidig.Domain.Events.Reading;

namespace Rettidig.Domain.Rules.Settings;

/// <summary>A value in a settings file, with the way to it, so that whatever is wrong can be found.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Path">The way to it: <c>$.terms.first-review</c>.</param>
/// <param name="Value">The value.</param>
internal readonly record struct SettingsNode(string File, string Path, JsonElement Value)
{
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>The properties of an object, in the order of the file.</summary>
    /// <param name="known">Every name there may be; another one is an error that names the nearest of them.</param>
    /// <param name="what">In Danish, what the names are: "indstilling".</param>
    public IEnumerable<(string Name, SettingsNode Node)> Properties(IReadOnlyCollection<string> known, string what)
    {
        if (Value.ValueKind != JsonValueKind.Object)
        {
            throw Wrong("et JSON-objekt", "{ }");
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (JsonProperty property in Value.EnumerateObject())
        {
            var node = new SettingsNode(File, $"{Path}.{property.Name}", property.Value);
            if (!known.Contains(property.Name))
            {
                throw node.Fault($"er ikke en {what}: skriv {Nearest.To(property.Name, known)}, som ligner mest, eller slet linjen");
            }

            if (!seen.Add(property.Name))
            {
                throw node.Fault("står to gange: slet den ene");
            }

            yield return (property.Name, node);
        }
    }

    /// <summary>The elements of a list.</summary>
    public IEnumerable<SettingsNode> Elements(string expected, string example)
    {
        if (Value.ValueKind != JsonValueKind.Array)
        {
            throw Wrong(expected, example);
        }

        int i = 0;
        foreach (JsonElement element in Value.EnumerateArray())
        {
            yield return new SettingsNode(File, $"{Path}[{i++}]", element);
        }
    }

    public bool Bool() => Value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Wrong("true eller false", "true"),
    };

    /// <summary>Whether it is the word for "turned off".</summary>
    public bool IsOff => Value.ValueKind == JsonValueKind.False;

    public int WholeNumber(int least, int most, string what) =>
        Value.ValueKind == JsonValueKind.Number && Value.TryGetInt32(out int number) && number >= least && number <= most
            ? number
            : throw Wrong($"{what} fra {least} til {most}", $"{least}");

    /// <summary>A day of the week.</summary>
    public IsoDayOfWeek Weekday(IReadOnlyCollection<IsoDayOfWeek> allowed) =>
        Value.ValueKind == JsonValueKind.String && ChoiceNames<IsoDayOfWeek>.Parse(Value.GetString()!) is { } day && allowed.Contains(day)
            ? day
            : throw Wrong($"en ugedag på engelsk ({string.Join(", ", allowed.Select(ChoiceNames<IsoDayOfWeek>.Text))})", $"\"{ChoiceNames<IsoDayOfWeek>.Text(allowed.First())}\"");

    /// <summary>A time of the day.</summary>
    public LocalTime Time() =>
        Value.ValueKind == JsonValueKind.String && Clock.Parse(Value.GetString()!) is { Success: true } time ? time.Value : throw Wrong("et klokkeslæt", "\"07:00\"");

    /// <summary>A date.</summary>
    public LocalDate Date() =>
        Value.ValueKind == JsonValueKind.String && LocalDatePattern.Iso.Parse(Value.GetString()!) is { Success: true } date ? date.Value : throw Wrong("en dato", "\"2026-12-28\"");

    /// <summary>It is not what was expected.</summary>
    public RulesException Wrong(string expected, string example) => Fault($"kan ikke bruges, for forventet er {expected}: skriv fx {example}");

    /// <summary>It cannot be used, in one sentence: file, way, what is wrong and what to do.</summary>
    public RulesException Fault(string faultAndRemedy) => new($"{File}: {Path} {faultAndRemedy}.");
}
