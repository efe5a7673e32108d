using System.Text.Json;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;
using Rettidig.Domain.Events.Contract;

namespace Rettidig.Domain.Events.Reading;

/// <summary>
/// Reads the fields of one JSON object. The first field that is missing or malformed is kept as the refusal; reading
/// goes on with empty values, and whoever reads looks at <see cref="Refusal"/> at the end.
/// </summary>
internal sealed partial class FieldReader(JsonElement json, string prefix)
{
    /// <summary>The form of a mail address, but for its length.</summary>
    internal const string EmailPattern = @"[^\s@<>""(),:;\\\[\]\p{C}]{1,64}@[\p{L}\p{Nd}-]+(\.[\p{L}\p{Nd}-]+)*";

    internal const string ReferencePattern = "[A-Za-z0-9._-]{1,40}";

    internal const int LongestEmail = 254;

    private List<EventField>? asked;

    /// <summary>What a <see cref="Listening"/> reader was asked for.</summary>
    public IReadOnlyList<EventField> Asked => asked ?? [];

    /// <summary>A reader of nothing that notes what it is asked for: how the contract learns what events must hold.</summary>
    public static FieldReader Listening() => new(default, "") { asked = [] };

    /// <summary>The first thing wrong, or null.</summary>
    public Refusal? Refusal { get; private set; }

    public LocalDate Date(string name) => Required(name, FieldShape.Date, ParseDate) ?? default;

    public LocalDate? OptionalDate(string name) => Optional(name, FieldShape.Date, ParseDate);

    public Instant Timestamp(string name) => Required(name, FieldShape.Timestamp, ParseTimestamp) ?? default;

    public bool Flag(string name) => Required(name, FieldShape.Flag, ParseFlag) ?? default;

    public bool? OptionalFlag(string name) => Optional(name, FieldShape.Flag, ParseFlag);

    /// <summary>A whole number, not negative; digits in a string are understood too.</summary>
    public int Count(string name) => Required(name, FieldShape.Count, ParseCount) ?? default;

    public int? OptionalCount(string name) => Optional(name, FieldShape.Count, ParseCount);

    public decimal Hours(string name) => Required(name, FieldShape.Hours, ParseHours) ?? default;

    public string Text(string name, int longest = 4000) => RequiredText(name, FieldShape.Text(1, longest), value => value.Length is > 0 && value.Length <= longest);

    public string? OptionalText(string name, int longest = 4000) => Optional(name, FieldShape.Text(0, longest), value => AsText(value) is { } text && text.Length <= longest ? text : null);

    public string Reference(string name) => RequiredText(name, FieldShape.Reference, IsReference);

    public string? OptionalReference(string name) => Optional(name, FieldShape.Reference, value => AsText(value) is { } text && IsReference(text) ? text : null);

    public string Email(string name) => RequiredText(name, FieldShape.Email, IsEmail);

    public string? OptionalEmail(string name) => Optional(name, FieldShape.Email, value => AsText(value) is { } text && IsEmail(text) ? text : null);

    public T Choice<T>(string name)
        where T : struct, Enum => Required(name, FieldShape.Choice<T>(), value => ParseChoice<T>(value)) ?? default;

    public T? OptionalChoice<T>(string name)
        where T : struct, Enum => Optional(name, FieldShape.Choice<T>(), value => ParseChoice<T>(value));

    public IReadOnlyList<string> References(string name) =>
        Required(name, FieldShape.References, value => ParseList(value, item => AsText(item) is { } text && IsReference(text) ? text : null)) ?? [];

    public IReadOnlyList<string> OptionalTexts(string name) =>
        Optional(name, FieldShape.Texts, value => ParseList(value, AsText)) ?? [];

    public IReadOnlyList<T> Choices<T>(string name)
        where T : struct, Enum =>
        Required(name, FieldShape.ListOf<T>(), value => ParseList(value, item => (object?)ParseChoice<T>(item)))?.Cast<T>().Distinct().ToArray() ?? [];

    public IReadOnlyList<T>? OptionalChoices<T>(string name)
        where T : struct, Enum =>
        Optional(name, FieldShape.ListOf<T>(), value => ParseList(value, item => (object?)ParseChoice<T>(item)))?.Cast<T>().Distinct().ToArray();

    public T Object<T>(string name, Func<FieldReader, T> read)
    {
        if (!TryGet(name, out JsonElement value) || value.ValueKind != JsonValueKind.Object)
        {
            Refuse(name, TryGet(name, out _), Expectation.Object);
        }

        var inner = new FieldReader(value, prefix + name + ".") { asked = asked is null ? null : [] };
        T result = read(inner);
        asked?.Add(new EventField(name, true, FieldShape.Object(inner.Asked)));
        Refusal ??= inner.Refusal;
        return result;
    }

    private T? Required<T>(string name, FieldShape shape, Func<JsonElement, T?> parse)
        where T : struct
    {
        asked?.Add(new EventField(name, true, shape));
        T? result = TryGet(name, out JsonElement value) ? parse(value) : null;
        if (result is null)
        {
            Refuse(name, value.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null), shape.Expected);
        }

        return result;
    }

    private T? Required<T>(string name, FieldShape shape, Func<JsonElement, T?> parse)
        where T : class
    {
        asked?.Add(new EventField(name, true, shape));
        T? result = TryGet(name, out JsonElement value) ? parse(value) : null;
        if (result is null)
        {
            Refuse(name, value.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null), shape.Expected);
        }

        return result;
    }

    private string RequiredText(string name, FieldShape shape, Func<string, bool> accepts) =>
        Required(name, shape, value => AsText(value) is { } text && accepts(text) ? text : null) ?? "";

    private T? Optional<T>(string name, FieldShape shape, Func<JsonElement, T?> parse)
        where T : struct
    {
        asked?.Add(new EventField(name, false, shape));
        return IsAbsent(name) ? null : Required(name, shape, parse);
    }

    private T? Optional<T>(string name, FieldShape shape, Func<JsonElement, T?> parse)
        where T : class
    {
        asked?.Add(new EventField(name, false, shape));
        return IsAbsent(name) ? null : Required(name, shape, parse);
    }

    private bool IsAbsent(string name) => !TryGet(name, out JsonElement value) || value.ValueKind == JsonValueKind.Null;

    private bool TryGet(string name, out JsonElement value)
    {
        value = default;
        return json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out value);
    }

    private void Refuse(string name, bool present, string expected)
    {
        string field = prefix + name;
        Refusal ??= present
            ? new Refusal(RefusalCode.MalformedField, field, expected, $"Feltet {field} har ikke den rette form. Forventet: {expected}. Ret feltet og send hændelsen igen.")
            : new Refusal(RefusalCode.MissingField, field, expected, $"Feltet {field} mangler. Forventet: {expected}. Udfyld feltet og send hændelsen igen.");
    }

    private static string? AsText(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static LocalDate? ParseDate(JsonElement value) =>
        AsText(value) is { } text && LocalDatePattern.Iso.Parse(text) is { Success: true } date && date.Value.Year is >= 1900 and <= 2200 ? date.Value : null;

    private static Instant? ParseTimestamp(JsonElement value) =>
        AsText(value) is { } text && OffsetDateTimePattern.Rfc3339.Parse(text) is { Success: true } moment ? moment.Value.ToInstant() : null;

    private static bool? ParseFlag(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    private static int? ParseCount(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetInt32(out int number) && number >= 0 => number,
        JsonValueKind.String when int.TryParse(value.GetString(), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int number) => number,
        _ => null,
    };

    private static decimal? ParseHours(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out decimal hours) && hours is >= 0 and <= 744 ? hours : null;

    private static T? ParseChoice<T>(JsonElement value)
        where T : struct, Enum => AsText(value) is { } text ? ChoiceNames<T>.Parse(text) : null;

    private static T[]? ParseList<T>(JsonElement value, Func<JsonElement, T?> parse)
        where T : class
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        T?[] items = value.EnumerateArray().Select(parse).ToArray();
        return items.All(item => item is not null) ? items.Select(item => item!).Distinct().ToArray() : null;
    }

    internal static bool IsReference(string text) => ReferenceForm().IsMatch(text);

    private static bool IsEmail(string text) => text.Length <= LongestEmail && EmailForm().IsMatch(text);

    [GeneratedRegex(@"\A" + ReferencePattern + @"\z", RegexOptions.CultureInvariant)]
    private static partial Regex ReferenceForm();

    [GeneratedRegex(@"\A" + EmailPattern + @"\z", RegexOptions.CultureInvariant)]
    private static partial Regex EmailForm();
}
