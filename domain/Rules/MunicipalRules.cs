using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Rettidig.Domain.Events.Reading;

namespace Rettidig.Domain.Rules;

/// <summary>
/// What a municipality chooses for itself: <c>rules/{municipality}.json</c>, as
/// <c>{"siteNotices": true, "digestDay": "monday", "digestTime": "07:00"}</c>. What is left out has its default.
/// </summary>
public sealed record MunicipalRules
{
    /// <summary>Nothing chosen.</summary>
    public static readonly MunicipalRules Default = new();

    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>Whether placement sites get notices. Off until the municipality turns it on: they often go to a private mailbox.</summary>
    public bool SiteNotices { get; init; }

    /// <summary>The day of the weekly digest.</summary>
    public IsoDayOfWeek DigestDay { get; init; } = IsoDayOfWeek.Monday;

    /// <summary>The time of the weekly digest, Copenhagen.</summary>
    public LocalTime DigestTime { get; init; } = new(7, 0);

    /// <summary>Reads a file's text.</summary>
    /// <param name="json">The text.</param>
    /// <param name="file">The file's name, for the error.</param>
    /// <exception cref="RulesException">The text is not usable settings.</exception>
    public static MunicipalRules Parse(string json, string file)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document.RootElement.EnumerateObject().Aggregate(Default, (rules, setting) => Apply(rules, setting, file))
                : throw Wrong(file, "$", "et JSON-objekt");
        }
        catch (JsonException unreadable)
        {
            throw new RulesException($"{file}: filen er ikke gyldig JSON (linje {unreadable.LineNumber + 1}). Ret den, eller slet den for at bruge standardvalgene.", unreadable);
        }
    }

    private static MunicipalRules Apply(MunicipalRules rules, JsonProperty setting, string file) => setting.Name switch
    {
        "siteNotices" when setting.Value.ValueKind is JsonValueKind.True or JsonValueKind.False => rules with { SiteNotices = setting.Value.GetBoolean() },
        "siteNotices" => throw Wrong(file, "$.siteNotices", "true eller false"),
        "digestDay" => rules with { DigestDay = Day(setting.Value) ?? throw Wrong(file, "$.digestDay", "en ugedag på engelsk, som monday") },
        "digestTime" => rules with { DigestTime = Time(setting.Value) ?? throw Wrong(file, "$.digestTime", "et klokkeslæt som 07:00") },
        "$schema" => rules,
        _ => throw Wrong(file, "$." + setting.Name, "en kendt indstilling: siteNotices, digestDay eller digestTime"),
    };

    private static IsoDayOfWeek? Day(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && ChoiceNames<IsoDayOfWeek>.Parse(value.GetString()!) is { } day && day != IsoDayOfWeek.None ? day : null;

    private static LocalTime? Time(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && Clock.Parse(value.GetString()!) is { Success: true } time ? time.Value : null;

    private static RulesException Wrong(string file, string path, string expected) =>
        new($"{file}: {path} kan ikke bruges. Forventet: {expected}. Ret filen og start igen.");
}
