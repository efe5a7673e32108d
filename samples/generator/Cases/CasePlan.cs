using NodaTime;

namespace Rettidig.Samples.Cases;

internal enum Legal { WithConsent, WithoutConsent, EmergencyWithConsent, EmergencyWithoutConsent }

internal enum Timing { OnTime, Late, Missing }

/// <summary>How the site got the child's plan.</summary>
internal enum HandOver { SameDay, Late, OralThenWritten, AfterChases, ChasedInVain, Never }

/// <summary>How often the caseworker visits.</summary>
internal enum Diligence { Good, Fair, Poor }

internal enum Ending { None, ReturnedHome, Adulthood, MovedMunicipality }

/// <summary>What is decided beforehand about one case; the stories fill in the days.</summary>
internal sealed record CasePlan
{
    public string Reference { get; init; } = "";

    public Family Family { get; init; } = new(Offer.NotOffered, Wait.None, ParentSupport.Undecided);

    public required LocalDate Started { get; init; }

    public required LocalDate Decided { get; init; }

    public required LocalDate BirthDate { get; init; }

    public required Legal Legal { get; init; }

    /// <summary>One custody holder, or two.</summary>
    public required IReadOnlyList<string> Holders { get; init; }

    public required Site Site { get; init; }

    /// <summary>Where the child moves to during the file, when it does.</summary>
    public Site? NextSite { get; init; }

    public LocalDate Moved { get; init; } = LocalDate.MaxIsoValue;

    public required string Caseworker { get; init; }

    public string? NextCaseworker { get; init; }

    public required Timing ChildPlan { get; init; }

    public required HandOver HandOver { get; init; }

    public required Timing FirstReview { get; init; }

    public required Diligence Visits { get; init; }

    public required Ending Ending { get; init; }

    /// <summary>Whether the purpose was written down at once; asked only of emergencies under serviceloven.</summary>
    public bool PurposeStated { get; init; } = true;

    public bool Consent => Legal is Legal.WithConsent or Legal.EmergencyWithConsent;

    public bool Emergency => Legal is Legal.EmergencyWithConsent or Legal.EmergencyWithoutConsent;

    public bool UnderServiceloven => Decided.Year < 2024;

    public Site SiteOn(LocalDate day) => NextSite is { } next && day >= Moved ? next : Site;
}
