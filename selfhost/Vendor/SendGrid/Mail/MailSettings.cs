using System.Text.Json.Serialization;

namespace SendGrid.Helpers.Mail;

/// <summary>How SendGrid handles the mail.</summary>
public class MailSettings
{
    [JsonPropertyName("sandbox_mode")]
    public SandboxMode? SandboxMode { get; set; }

    [JsonPropertyName("bypass_list_management")]
    public BypassListManagement? BypassListManagement { get; set; }
}

/// <summary>SendGrid checks the mail and does not send it.</summary>
public class SandboxMode
{
    [JsonPropertyName("enable")]
    public bool? Enable { get; set; }
}

/// <summary>Sends to those, too, who have unsubscribed.</summary>
public class BypassListManagement
{
    [JsonPropertyName("enable")]
    public bool Enable { get; set; }
}
