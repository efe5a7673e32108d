using System.Text.Json.Serialization;

namespace SendGrid.Helpers.Mail;

/// <summary>An address and the name shown with it.</summary>
public class EmailAddress : IEquatable<EmailAddress>
{
    public EmailAddress()
    {
    }

    public EmailAddress(string email, string? name = null)
    {
        Email = email;
        Name = name;
    }

    [JsonPropertyName("name")]
    public string? Name { get; set; }

    [JsonPropertyName("email")]
    public string? Email { get; set; }

    public static bool operator ==(EmailAddress? left, EmailAddress? right) => left is null ? right is null : left.Equals(right);

    public static bool operator !=(EmailAddress? left, EmailAddress? right) => !(left == right);

    /// <summary>Whether it is the same mailbox: letter case and name do not count.</summary>
    public bool Equals(EmailAddress? other) => other is not null && string.Equals(Email, other.Email, StringComparison.OrdinalIgnoreCase);

    public override bool Equals(object? obj) => obj is EmailAddress other && Equals(other);

    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Email ?? "");
}
