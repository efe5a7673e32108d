using Microsoft.Extensions.Configuration;

namespace Rettidig.Functions.Mail;

/// <summary>Reads single settings of mail; blank ones count as missing.</summary>
internal static class MailSetting
{
    public static string? Given(IConfiguration configuration, string name) =>
        configuration[name] is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    /// <summary>One of some words, whatever the case of their letters.</summary>
    /// <exception cref="InvalidOperationException">Another word is there; the message names those that can be.</exception>
    public static string OneOf(IConfiguration configuration, string name, params string[] words)
    {
        string given = Given(configuration, name) ?? words[0];
        return words.FirstOrDefault(word => string.Equals(word, given, StringComparison.OrdinalIgnoreCase))
            ?? throw new InvalidOperationException($"Indstillingen {name} er \"{given}\", men skal være {string.Join(" eller ", words)}. Uden indstillingen gælder {words[0]}.");
    }
}
