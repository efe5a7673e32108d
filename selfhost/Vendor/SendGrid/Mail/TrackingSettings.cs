using System.Text.Json.Serialization;

namespace SendGrid.Helpers.Mail;

/// <summary>What SendGrid puts into the mail to see what becomes of it.</summary>
public class TrackingSettings
{
    [JsonPropertyName("click_tracking")]
    public ClickTracking? ClickTracking { get; set; }

    [JsonPropertyName("open_tracking")]
    public OpenTracking? OpenTracking { get; set; }
}

/// <summary>Whether links are led by way of SendGrid.</summary>
public class ClickTracking
{
    [JsonPropertyName("enable")]
    public bool? Enable { get; set; }

    /// <summary>In plain text, too.</summary>
    [JsonPropertyName("enable_text")]
    public bool? EnableText { get; set; }
}

/// <summary>Whether an invisible picture tells when the mail is opened.</summary>
public class OpenTracking
{
    [JsonPropertyName("enable")]
    public bool? Enable { get; set; }

    [JsonPropertyName("substitution_tag")]
    public string? SubstitutionTag { get; set; }
}
