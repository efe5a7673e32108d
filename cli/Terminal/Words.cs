using System.Globalization;

namespace Rettidig.Cli.Terminal;

/// <summary>Numbers and counts as Danes write them.</summary>
internal static class Words
{
    /// <summary>1234 → "1.234".</summary>
    public static string Number(int value) => value.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '.');

    /// <summary>"1 hændelse", "2 hændelser".</summary>
    public static string Count(int value, string one, string many) => $"{Number(value)} {(value == 1 ? one : many)}";
}
