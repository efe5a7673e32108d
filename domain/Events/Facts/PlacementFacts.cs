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
    /// <summary>Whether those who consented also consented to the purpose; null where the case system does not tell.</summary>
    public bool? PurposeConsented { get; init; }

    /// <summary>What came of the talk with the child before the decision; null where the case system does not tell.</summary>
    public ChildConversation? ChildConversation { get; init; }

    /// <summary>Whether the custody holders consented.</summary>
    public bool WithConsent => Consent == PlacementConsent.With;
}

/// <summary>Frivillig anbringelse or anbringelse uden samtykke.</summary>
public enum PlacementConsent
{
    With,
    Without,
}

/// <summary>The talk with the child before a decision (børnesamtale).</summary>
public enum ChildConversation
{
    Held,

    /// <summary>Left out for a reason the law knows; the child's view was sought in another way.</summary>
    LeftOut,

    NotHeld,
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
    /// <summary>On what the change rests; null where the case system does not tell.</summary>
    public SiteChangeBasis? Basis { get; init; }

    /// <summary>Whether the site the child left was heard first; null where the case system does not tell.</summary>
    public bool? SiteStatement { get; init; }

    public override bool MayLieAhead => true;
}

/// <summary>What a change of site rests on (barnets lov § 98).</summary>
public enum SiteChangeBasis
{
    /// <summary>The custody holder and a child of twelve or more consented.</summary>
    Consent,

    /// <summary>The children and youth committee decided.</summary>
    Committee,

    /// <summary>Neither.</summary>
    None,
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

/// <summary>The family or the child is about to move to another municipality.</summary>
public sealed record MunicipalityMoveAnnounced(LocalDate MovesOn) : Fact(MovesOn)
{
    public override bool MayLieAhead => true;
}

/// <summary>The case file with its dates was sent to the new municipality.</summary>
public sealed record CaseFileTransferred(LocalDate TransferredOn) : Fact(TransferredOn);

/// <summary>Whether the child should have another caseworker now that it is placed was considered.</summary>
public sealed record CaseworkerChangeConsidered(LocalDate ConsideredOn) : Fact(ConsideredOn);

/// <summary>The team around the child and its roles were agreed.</summary>
public sealed record PlacementTeamAgreed(LocalDate AgreedOn) : Fact(AgreedOn);

/// <summary>A possible site was asked whether it can take the child.</summary>
public sealed record SiteAsked(string Site, LocalDate AskedOn, bool PlanSent) : Fact(AskedOn);

/// <summary>The supervision authority (socialtilsynet) has announced a visit to the site.</summary>
public sealed record SiteInspectionAnnounced(string Site, LocalDate VisitOn) : Fact(VisitOn)
{
    public override bool MayLieAhead => true;
}

/// <summary>Something worrying was found at the site.</summary>
public sealed record SiteConcernFound(string Site, LocalDate FoundOn) : Fact(FoundOn);

/// <summary>The supervision authority was told of it.</summary>
public sealed record SiteConcernNotified(string Site, LocalDate NotifiedOn) : Fact(NotifiedOn);
