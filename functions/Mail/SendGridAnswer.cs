using System.Text.Json;
using SendGrid;

namespace Rettidig.Functions.Mail;

/// <summary>
/// What SendGrid's answer means for the mail. Of the answer's body only the names of fields are used: its sentences may
/// repeat an address.
/// </summary>
internal static class SendGridAnswer
{
    /// <summary>A list of faults is short; more is no answer of SendGrid's.</summary>
    private const int LongestBody = 64 * 1024;

    public static async Task<MailOutcome> ReadAsync(Response response, DateTimeOffset now, CancellationToken cancellationToken) => (int)response.StatusCode switch
    {
        >= 200 and < 300 => new MailOutcome.Sent(),
        400 => Invalid(await FieldsAsync(response, cancellationToken)),

        // The key or the sender is wrong, and would be for whoever is next in line too: the mail waits until it is mended.
        401 => new MailOutcome.Retry(null, "SendGrid kender ikke nøglen (401). Sæt en gyldig nøgle i SendGrid:ApiKey; mailen venter."),
        403 => new MailOutcome.Retry(null, "SendGrid tillader ikke afsenderen (403). Godkend adressen i Mail:From hos SendGrid, og giv nøglen lov til at sende; mailen venter."),
        413 => new MailOutcome.Failed("SendGrid afviste mailen som for stor (413)."),
        429 => new MailOutcome.Retry(After(response, now), "SendGrid bad om at vente (429)."),

        // A gateway that lost patience does not know what became of it behind.
        504 => new MailOutcome.Ambiguous("SendGrid svarede ikke i tide (504)."),
        >= 500 and var status => new MailOutcome.Retry(After(response, now), $"SendGrid har en fejl ({status}). Mailen forsøges igen."),
        var status => new MailOutcome.Failed($"SendGrid afviste mailen ({status})."),
    };

    /// <summary>Another recipient helps where the recipient is at fault, and not where the mail itself is.</summary>
    private static MailOutcome Invalid(IReadOnlyList<string> fields) =>
        fields.Count > 0 && !fields.Any(field => field.StartsWith("personalizations", StringComparison.Ordinal))
            ? new MailOutcome.Retry(null, $"SendGrid afviste mailen som ugyldig (400, felt {string.Join(", ", fields)}). Tjek Mail:From; mailen venter.")
            : new MailOutcome.Failed("SendGrid afviste mailen som ugyldig (400). Tjek modtagerens adresse.");

    private static async Task<IReadOnlyList<string>> FieldsAsync(Response response, CancellationToken cancellationToken)
    {
        try
        {
            byte[] body = await response.Body.ReadAsByteArrayAsync(cancellationToken);
            using JsonDocument answer = JsonDocument.Parse(body.Length <= LongestBody ? body : "{}"u8.ToArray());
            return [.. answer.RootElement.GetProperty("errors").EnumerateArray()
                .Select(error => error.GetProperty("field").GetString())
                .OfType<string>()
                .Where(IsName)];
        }
        catch (Exception unreadable) when (unreadable is JsonException or KeyNotFoundException or InvalidOperationException or HttpRequestException)
        {
            return [];
        }
    }

    /// <summary>The name of a field of the request, and nothing else that somebody put there.</summary>
    private static bool IsName(string field) => field.Length is > 0 and <= 60 && field.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_');

    private static TimeSpan? After(Response response, DateTimeOffset now)
    {
        TimeSpan? wait = response.Headers?.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - now,
            _ => Reset(response, now),
        };
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    /// <summary>SendGrid's own header of a limit that was reached: when it ends, in Unix seconds.</summary>
    private static TimeSpan? Reset(Response response, DateTimeOffset now) =>
        response.Headers is { } headers
        && headers.TryGetValues("X-RateLimit-Reset", out IEnumerable<string>? values)
        && long.TryParse(values.FirstOrDefault(), out long seconds)
        && seconds is > 0 and < 253_402_300_800
            ? DateTimeOffset.FromUnixTimeSeconds(seconds) - now
            : null;
}
