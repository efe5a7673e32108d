using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SendGrid.Helpers.Mail;

/// <summary>A mail, as SendGrid's <c>POST /v3/mail/send</c> takes it.</summary>
public partial class SendGridMessage
{
    private static readonly JsonSerializerOptions Json = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // The JSON is a request body and never part of a page: letters and markup stand as they are.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [JsonPropertyName("from")]
    public EmailAddress? From { get; set; }

    /// <summary>Of every personalization that has none of its own.</summary>
    [JsonPropertyName("subject")]
    public string? Subject { get; set; }

    [JsonPropertyName("personalizations")]
    public List<Personalization>? Personalizations { get; set; }

    [JsonPropertyName("content")]
    public List<Content>? Contents { get; set; }

    /// <summary>Put before all other content when the mail is written, as SendGrid demands.</summary>
    [JsonIgnore]
    public string? PlainTextContent { get; set; }

    [JsonIgnore]
    public string? HtmlContent { get; set; }

    [JsonPropertyName("attachments")]
    public List<Attachment>? Attachments { get; set; }

    [JsonPropertyName("headers")]
    public Dictionary<string, string>? Headers { get; set; }

    /// <summary>At most ten.</summary>
    [JsonPropertyName("categories")]
    public List<string>? Categories { get; set; }

    /// <inheritdoc cref="Personalization.CustomArgs"/>
    [JsonPropertyName("custom_args")]
    public Dictionary<string, string>? CustomArgs { get; set; }

    /// <inheritdoc cref="Personalization.SendAt"/>
    [JsonPropertyName("send_at")]
    public long? SendAt { get; set; }

    [JsonPropertyName("batch_id")]
    public string? BatchId { get; set; }

    [JsonPropertyName("mail_settings")]
    public MailSettings? MailSettings { get; set; }

    [JsonPropertyName("tracking_settings")]
    public TrackingSettings? TrackingSettings { get; set; }

    [JsonPropertyName("reply_to")]
    public EmailAddress? ReplyTo { get; set; }

    public static SendGridMessage Deserialize(string json) => JsonSerializer.Deserialize<SendGridMessage>(json, Json)!;

    /// <summary>The JSON of the request.</summary>
    /// <param name="useDefaultSerialization">Makes no difference here: there is one serialization.</param>
    public string Serialize(bool useDefaultSerialization = true)
    {
        PutTextFirst();
        return JsonSerializer.Serialize(this, Json);
    }

    private void PutTextFirst()
    {
        if (PlainTextContent is null && HtmlContent is null)
        {
            return;
        }

        List<Content> others = [.. (Contents ?? []).Where(content => content.Type != MimeType.Text && content.Type != MimeType.Html)];
        string? text = PlainTextContent ?? Existing(MimeType.Text);
        string? html = HtmlContent ?? Existing(MimeType.Html);
        Contents =
        [
            .. text is null ? [] : new[] { new Content(MimeType.Text, text) },
            .. html is null ? [] : new[] { new Content(MimeType.Html, html) },
            .. others,
        ];
    }

    private string? Existing(string type) => Contents?.Find(content => content.Type == type)?.Value;
}
