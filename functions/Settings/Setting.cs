using Microsoft.Extensions.Configuration;

namespace Rettidig.Functions.Settings;

/// <summary>Reads single settings; blank ones count as missing.</summary>
internal static class Setting
{
    public static string? Given(this IConfiguration configuration, string key) =>
        configuration[key] is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    /// <summary>
    /// A secret. Where Azure could not fetch it from the key vault, the reference to it stands in its place: a text anybody
    /// can guess, that nothing must be signed with.
    /// </summary>
    /// <exception cref="InvalidOperationException">It was not fetched; the message says what to do.</exception>
    public static string? Secret(this IConfiguration configuration, string key) =>
        configuration.Given(key) is not { } value || !value.StartsWith("@Microsoft.KeyVault(", StringComparison.OrdinalIgnoreCase)
            ? configuration.Given(key)
            : throw new InvalidOperationException(
                $"Indstillingen {key} er ikke hentet fra nøgleboksen: appen har ikke adgang til den endnu. Vent ti minutter efter den første udgivelse, og genstart appen; ellers se efter, at dens identitet har rollen Key Vault Secrets User på hemmeligheden.");
}
