using System.Globalization;
using NodaTime;
using Rettidig.Domain.Calendar;

namespace Rettidig.Cli.Costs;

/// <summary>Amounts and counts as Danes write them.</summary>
internal static class DanishNumbers
{
    private static readonly NumberFormatInfo Danish = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "." };

    /// <summary>36.5 → "36,50"; small amounts with two digits that say something: 0.0001234 → "0,00012".</summary>
    public static string Amount(decimal usd)
    {
        int decimals = 2;
        while (usd > 0 && decimals < 8 && Math.Round(usd, decimals) < Smallest(decimals))
        {
            decimals++;
        }

        return usd.ToString($"N{decimals}", Danish);
    }

    /// <summary>A price as it was published, no digit more.</summary>
    public static string Price(decimal usd) => usd.ToString(usd == Math.Round(usd, 2) ? "N2" : "#,0.########", Danish);

    /// <summary>A count: whole from ten on.</summary>
    public static string Short(decimal count) => count >= 10 ? count.ToString("N0", Danish) : count.ToString("0.#", Danish);

    /// <summary>A count with one decimal.</summary>
    public static string Tenth(decimal count) => count.ToString("N1", Danish);

    public static string Day(DateOnly day) => DanishDates.Short(LocalDate.FromDateOnly(day));

    private static decimal Smallest(int decimals)
    {
        decimal smallest = 10;
        for (int i = 0; i < decimals; i++)
        {
            smallest /= 10;
        }

        return smallest;
    }
}
