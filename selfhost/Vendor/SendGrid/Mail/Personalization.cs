using System.Text.Json.Serialization;

namespace SendGrid.Helpers.Mail;

/// <summary>Who gets the mail, and what is special to them.</summary>
public class Personalization
{
    [JsonPropertyName("to")]
    [JsonConverter(typeof(DistinctAddresses))]
    public List<EmailAddress>? Tos { get; set; }

    [JsonPropertyName("cc")]
    [JsonConverter(typeof(DistinctAddresses))]
    public List<EmailAddress>? Ccs { get; set; }

    [JsonPropertyName("bcc")]
    [JsonConverter(typeof(DistinctAddresses))]
    public List<EmailAddress>? Bccs { get; set; }

    [JsonPropertyName("subject")]
    public string? Subject { get; set; }

    [JsonPropertyName("headers")]
    public Dictionary<string, string>? Headers { get; set; }

    /// <summary>Come back in the events of the mail; nobody who gets it sees them.</summary>
    [JsonPropertyName("custom_args")]
    public Dictionary<string, string>? CustomArgs { get; set; }

    /// <summary>When to send, in Unix seconds.</summary>
    [JsonPropertyName("send_at")]
    public long? SendAt { get; set; }
}
