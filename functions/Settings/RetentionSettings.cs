using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Rettidig.Functions.Settings;

/// <summary>How long an ended placement is kept.</summary>
/// <param name="Years"><c>Retention:Years</c>, whole years after the end; null: until somebody erases it.</param>
public sealed record RetentionSettings(int? Years)
{
    private const string Key = "Retention:Years";
    private const int Longest = 100;

    /// <exception cref="SettingException">It is no number of years.</exception>
    public static RetentionSettings Read(IConfiguration configuration) => configuration.Given(Key) is not { } given
        ? new RetentionSettings((int?)null)
        : int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out int years) && years is >= 1 and <= Longest
            ? new RetentionSettings(years)
            : throw new SettingException($"Indstillingen {Key} er \"{given}\", men skal være et helt antal år fra 1 til {Longest}. Fjern den, hvis intet skal slettes af sig selv.");
}
