namespace Rettidig.Domain.Rules;

/// <summary>Where a duty stands, in each regime; null where it is not in force.</summary>
/// <param name="A">Serviceloven until 2019.</param>
/// <param name="B">Serviceloven 2020-2023.</param>
/// <param name="C">Barnets lov from 2024.</param>
public sealed record LegalBasis(string? A, string? B, string? C)
{
    /// <summary>The basis in a regime, or null where the duty is not in force.</summary>
    public string? In(Regime regime) => regime switch
    {
        Regime.A => A,
        Regime.B => B,
        _ => C,
    };

    /// <summary>The basis in the latest regime that has one.</summary>
    public string Latest => C ?? B ?? A ?? "";

    /// <summary>The same wording of serviceloven in A and B, and the section of barnets lov that took its place.</summary>
    public static LegalBasis Throughout(string serviceloven, string barnetsLov) => new(serviceloven, serviceloven, barnetsLov);

    /// <summary>Good practice and method, the same in every regime.</summary>
    public static LegalBasis Always(string basis) => new(basis, basis, basis);
}
