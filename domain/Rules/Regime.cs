using NodaTime;

namespace Rettidig.Domain.Rules;

/// <summary>The law in force. The regime of an occurrence is that of its anchor date (law.md section 0).</summary>
public enum Regime
{
    /// <summary>Serviceloven, until 31 December 2019.</summary>
    A,

    /// <summary>Serviceloven, 1 January 2020 to 31 December 2023: revising a plan is no longer a decision that can be appealed.</summary>
    B,

    /// <summary>Barnets lov, from 1 January 2024.</summary>
    C,
}

/// <summary>When the regimes change.</summary>
public static class Regimes
{
    private static readonly LocalDate FirstDayOfB = new(2020, 1, 1);
    private static readonly LocalDate FirstDayOfC = new(2024, 1, 1);

    /// <summary>The day a regime came into force; that of the first is not known here.</summary>
    public static LocalDate FirstDayOf(Regime regime) => regime switch
    {
        Regime.A => LocalDate.MinIsoValue,
        Regime.B => FirstDayOfB,
        _ => FirstDayOfC,
    };

    /// <summary>The regime of a day.</summary>
    public static Regime On(LocalDate day) => day < FirstDayOfB ? Regime.A : day < FirstDayOfC ? Regime.B : Regime.C;
}
