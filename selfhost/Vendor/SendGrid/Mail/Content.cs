using System.Text.Json.Serialization;

namespace SendGrid.Helpers.Mail;

/// <summary>The text of a mail, in one form.</summary>
public class Content
{
    public Content()
    {
    }

    public Content(string type, string value)
    {
        Type = type;
        Value = value;
    }

    /// <summary><c>text/plain</c>, <c>text/html</c>.</summary>
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    [JsonPropertyName("value")]
    public string? Value { get; set; }
}
