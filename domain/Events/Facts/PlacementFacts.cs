using NodaTime;

namespace Rettidig.Domain.Events.Facts;

/// <summary>The decision to place the child outside the home. Nothing is evaluated before it has come.</summary>
public sealed record PlacementDecided(
    LocalDate DecidedOn,
    PlacementConsent Consent,
    bool Emergency,
    LocalDate BirthDate,
    IReadOnlyList<string> CustodyHolders,
    string Caseworker,
    bool? PurposeStated,
    string? ResidenceMunicipality) : Fact(DecidedOn)
{
    /// <summary>Whether the custody holders consented.</summary>
    public bool WithConsent => Consent == PlacementConsent.With;
}

/// <summary>Frivillig anbringelse or anbringelse uden samtykke.</summary>
public enum PlacementConsent
{
    With,
    Without,
}

/// <summary>Who holds custody from a day on.</summary>
public sealed record CustodyChanged(IReadOnlyList<string> CustodyHolders, LocalDate On) : Fact(On);

/// <summary>The child moved in (iværksættelse).</summary>
public sealed record PlacementStarted(LocalDate StartedOn, PlacementSite Site) : Fact(StartedOn)
{
    public override bool MayLieAhead => true;
}

/// <summary>The child moved from one site to another within the same placement.</summary>
public sealed record SiteChanged(LocalDate ChangedOn, PlacementSite Site) : Fact(ChangedOn)
{
    public override bool MayLieAhead => true;
}

/// <summary>The placement ended. A reference ends once.</summary>
public sealed record PlacementEnded(LocalDate EndedOn, EndReason Reason) : Fact(EndedOn)
{
    public override bool MayLieAhead => true;
}

/// <summary>Why a placement ended.</summary>
public enum EndReason
{
    ReturnedHome,
    Adulthood,
    MovedMunicipality,
    Other,
}

/// <summary>Someone else is responsible for the case from a day on.</summary>
public sealed record CaseworkerChanged(string Caseworker, LocalDate EffectiveOn) : Fact(EffectiveOn)
{
    public override bool MayLieAhead => true;
}

/// <summary>The new caseworker has accepted the case.</summary>
public sealed record CaseworkerHandoverAccepted(string Caseworker, LocalDate AcceptedOn) : Fact(AcceptedOn);

/// <summary>Where the child lives: a foster family or an institution.</summary>
/// <param name="Id">The case system's reference.</param>
/// <param name="Kind">What kind of site it is.</param>
/// <param name="Email">For notices, often a private mailbox; none where the municipality has not given it.</param>
public sealed record PlacementSite(string Id, SiteKind Kind, string? Email);

/// <summary>Kinds of placement site (anbringelsessted).</summary>
public enum SiteKind
{
    FosterFamily,
    KinshipFosterFamily,
    ResidentialCare,
    Other,
}
