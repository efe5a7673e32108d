using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;
using Rettidig.Domain.Agendas;
using Rettidig.Domain.Events.Reading;
using Rettidig.Domain.Rules;
using Rettidig.Functions.Explanations;
using Rettidig.Functions.Mail;

namespace Rettidig.Functions.Api;

/// <summary>How answers are written as JSON and read again: names in camelCase, dates in ISO form, choices as files have them.</summary>
public static class ApiJson
{
    /// <summary>On one line, for the API.</summary>
    public static readonly JsonSerializerOptions Options = Make(indented: false);

    /// <summary>For people.</summary>
    public static readonly JsonSerializerOptions Indented = Make(indented: true);

    private static JsonSerializerOptions Make(bool indented) => new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // The answer is never put into a page as it is; æ, ø and å stay readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = indented,
        Converters =
        {
            new AsText<LocalDate>(LocalDatePattern.Iso.Format, text => LocalDatePattern.Iso.Parse(text).Value),
            new AsText<StepName>(ChoiceNames<StepName>.Text, Known<StepName>),
            new AsText<Role>(ChoiceNames<Role>.Text, Known<Role>),
            new AsText<StepState>(ChoiceNames<StepState>.Text, Known<StepState>),
            new AsText<MailKind>(ChoiceNames<MailKind>.Text, Known<MailKind>),
            new AsText<Term>(ChoiceNames<Term>.Text, Known<Term>),
            new JsonStringEnumConverter(),
        },
    };

    private static T Known<T>(string word)
        where T : struct, Enum => ChoiceNames<T>.Parse(word) ?? throw new JsonException($"Expected a {typeof(T).Name}, found another word.");

    private sealed class AsText<T>(Func<T, string> write, Func<string, T> read) : JsonConverter<T>
    {
        public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            read(reader.GetString() ?? throw new JsonException($"Expected a {typeof(T).Name}, found nothing."));

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(write(value));
    }
}
