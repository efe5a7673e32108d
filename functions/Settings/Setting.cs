using Microsoft.Extensions.Configuration;

namespace Rettidig.Functions.Settings;

/// <summary>Reads single settings; blank ones count as missing.</summary>
internal static class Setting
{
    public static string? Given(this IConfiguration configuration, string key) =>
        configuration[key] is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
}
