using System.Text.Json;
using NodaTime;
using Rettidig.Domain.Calendar;
using Rettidig.Domain.Events.Reading;

namespace Rettidig.Domain.Events;

/// <summary>
/// Reads one message of the case system: CloudEvents 1.0 in structured JSON. Bad input is refused with the field and
/// what was expected; the refusal never holds a value, since the value may be the personal data that must not spread.
/// </summary>
public static class EventReader
{
    /// <summary>The largest event, in bytes: it must fit in one row of the case log.</summary>
    public const int MaxBytes = 60 * 1024;

    /// <summary>The longest event id.</summary>
    public const int LongestId = 256;

    /// <summary>The longest source.</summary>
    internal const int LongestSource = 1000;

    /// <summary>Reads a message.</summary>
    /// <param name="json">The body as it came.</param>
    /// <param name="receivedAt">When it came.</param>
    public static EventReading Read(ReadOnlySpan<byte> json, Instant receivedAt) => Read(json, receivedAt, isNew: true);

    /// <summary>
    /// Reads a message that was accepted before, from where it is kept. No personal number got past the first reading, and
    /// looking for them is half the work of it.
    /// </summary>
    public static EventReading ReadAgain(ReadOnlySpan<byte> json, Instant receivedAt) => Read(json, receivedAt, isNew: false);

    private static EventReading Read(ReadOnlySpan<byte> json, Instant receivedAt, bool isNew)
    {
        if (json.Length > MaxBytes)
        {
            return Refuse(RefusalCode.TooLarge, "", "højst 60 KiB", $"Hændelsen fylder {json.Length} byte. Forventet: højst 60 KiB ({MaxBytes} byte). Send mindre ad gangen.");
        }

        try
        {
            return Parse(json) is { } root ? ReadEnvelope(root, receivedAt, isNew) : NotJson();
        }
        catch (InvalidOperationException)
        {
            // A string that is not valid UTF-8 shows only when it is read.
            return NotJson();
        }
    }

    private static JsonElement? Parse(ReadOnlySpan<byte> json)
    {
        if (json.StartsWith("\uFEFF"u8))
        {
            json = json[3..];
        }

        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 32 });
        try
        {
            JsonElement root = JsonElement.ParseValue(ref reader);
            return root.ValueKind == JsonValueKind.Object && !reader.Read() ? root : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static EventReading ReadEnvelope(JsonElement root, Instant receivedAt, bool isNew)
    {
        if (isNew && PersonalNumberSearch.FieldWithOne(root) is { } field)
        {
            return Refuse(
                RefusalCode.PersonalNumber,
                field,
                "ingen personnumre",
                $"Feltet {field} ligner et CPR-nummer. Forventet: fagsystemets egne referencer, aldrig personnumre. Erstat det og send hændelsen igen.");
        }

        var envelope = new FieldReader(root, "");
        string version = envelope.Text("specversion");
        string id = envelope.Text("id", LongestId);
        string source = envelope.Text("source", LongestSource);
        string type = envelope.Text("type");
        string subject = envelope.Text("subject");
        Instant time = envelope.Timestamp("time");
        if ((envelope.Refusal ?? CheckVersion(version)) is { } refusal)
        {
            return new EventReading.Refused(refusal);
        }

        return EventCatalog.NameOf(type) switch
        {
            null => Refuse(RefusalCode.UnknownType, "type", "en kendt hændelsestype", "Feltet type er ikke en kendt hændelsestype. Forventet: dk.rettidig.<navn>.v1 med et navn fra kontrakten, som dk.rettidig.review.held.v1."),
            EventCatalog.StaffUpserted => ReadStaff(root, source, id, subject, time),
            { } name => ReadCase(root, new Envelope(source, id, type, name, subject, time, receivedAt)),
        };
    }

    private static Refusal? CheckVersion(string version) =>
        version == "1.0"
            ? null
            : new Refusal(RefusalCode.MalformedField, "specversion", "1.0", "Feltet specversion har ikke den rette form. Forventet: 1.0 (CloudEvents 1.0). Ret feltet og send hændelsen igen.");

    private static EventReading ReadCase(JsonElement root, Envelope envelope)
    {
        if (!PlacementKey.TryParse(envelope.Subject.Replace(':', '?'), out PlacementKey placement))
        {
            return BadSubject("kommunekode på tre cifre, skråstreg og anbringelsens reference, som 101/P-7");
        }

        Fact? fact = ReadData(root, data => EventCatalog.ReadFact(envelope.Name, data), out Refusal? refusal);
        if (fact is null || refusal is not null)
        {
            return new EventReading.Refused(refusal!);
        }

        // One of the contract's few types: all events of it share the text.
        string type = string.Intern(envelope.Type);
        var read = new CaseEvent(envelope.Source, envelope.Id, type, placement, envelope.Time, envelope.ReceivedAt, fact);
        return IsDatedAhead(read)
            ? Refuse(RefusalCode.DatedAhead, "data", "en dag, der er kommet", "Hændelsens dag ligger efter den dag, den er registreret (feltet time). Forventet: det, der er sket; kun start, skift af sted eller sagsbehandler, ophør, møder og meldte besøg og flytninger kan ligge forude. Ret datoen og send hændelsen igen.")
            : new EventReading.OfCase(read);
    }

    private static EventReading ReadStaff(JsonElement root, string source, string id, string subject, Instant time)
    {
        StaffMember? member = ReadData(root, EventCatalog.ReadStaff, out Refusal? refusal);
        if (member is null || refusal is not null)
        {
            return new EventReading.Refused(refusal!);
        }

        string[] parts = subject.Split('/');
        return parts is [{ Length: 3 } municipality, "staff", var staff] && municipality.All(char.IsAsciiDigit) && staff == member.Id
            ? new EventReading.OfStaff(new StaffEvent(source, id, municipality, time, member))
            : BadSubject("kommunekode på tre cifre, /staff/ og samme id som data.id, som 101/staff/ab12");
    }

    private static T? ReadData<T>(JsonElement root, Func<FieldReader, T> read, out Refusal? refusal)
        where T : class
    {
        T? result = null;
        var outer = new FieldReader(root, "");
        outer.Object("data", data => result = read(data));
        refusal = outer.Refusal;
        return result;
    }

    private static bool IsDatedAhead(CaseEvent read) => !read.Fact.MayLieAhead && read.Day > CopenhagenTime.DateOf(read.Time);

    private static EventReading NotJson() =>
        Refuse(RefusalCode.NotJson, "", "et JSON-objekt (CloudEvents 1.0)", "Beskeden er ikke et JSON-objekt i UTF-8. Forventet: én CloudEvents 1.0-hændelse i struktureret JSON.");

    private static EventReading BadSubject(string expected) =>
        Refuse(RefusalCode.BadSubject, "subject", expected, $"Feltet subject passer ikke til hændelsen. Forventet: {expected}. Ret feltet og send hændelsen igen.");

    private static EventReading Refuse(string code, string field, string expected, string description) =>
        new EventReading.Refused(new Refusal(code, field, expected, description));

    private sealed record Envelope(string Source, string Id, string Type, string Name, string Subject, Instant Time, Instant ReceivedAt);
}
