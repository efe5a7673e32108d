using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using NodaTime;
using NodaTime.Text;
using Rettidig.Domain.Agendas;
using Rettidig.Domain.Events.Reading;

namespace Rettidig.Functions.Notices;

/// <summary>How the events of the topic <c>notices</c> are written: as those of the case system are, dates and words alike.</summary>
public static class NoticeJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.Strict,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        Converters =
        {
            new TextConverter<LocalDate>(LocalDatePattern.Iso.Format, text => LocalDatePattern.Iso.Parse(text).Value),
            new TextConverter<Instant>(InstantPattern.ExtendedIso.Format, text => InstantPattern.ExtendedIso.Parse(text).Value),
            new TextConverter<StepName>(ChoiceNames<StepName>.Text, text => ChoiceNames<StepName>.Parse(text)!.Value),
            new TextConverter<Role>(ChoiceNames<Role>.Text, text => ChoiceNames<Role>.Parse(text)!.Value),
        },
    };

    public static byte[] Write(NoticeEvent notice) => JsonSerializer.SerializeToUtf8Bytes(notice, Options);

    private sealed class TextConverter<T>(Func<T, string> write, Func<string, T> read) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => read(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(write(value));
    }
}
