using System.Text.Json.Serialization;

namespace SendGrid.Helpers.Mail;

/// <summary>A file that goes with the mail.</summary>
public class Attachment
{
    /// <summary>In base64.</summary>
    [JsonPropertyName("content")]
    public string? Content { get; set; }

    [JsonPropertyName("type")]
    public string? Type { get; set; }

    [JsonPropertyName("filename")]
    public string? Filename { get; set; }

    /// <summary><c>attachment</c> or <c>inline</c>.</summary>
    [JsonPropertyName("disposition")]
    public string? Disposition { get; set; }

    /// <summary>Names an inline file in the HTML.</summary>
    [JsonPropertyName("content_id")]
    public string? ContentId { get; set; }
}
