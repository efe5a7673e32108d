using NodaTime;

namespace Rettidig.Domain.Events.Facts;

/// <summary>The parents' support person (støtteperson) was offered to a custody holder.</summary>
public sealed record SupportPersonOffered(string CustodyHolder, LocalDate OfferedOn, bool? PurposeExplained) : Fact(OfferedOn)
{
    /// <summary>Whether the decision to offer came with guidance on appeal; null where the case system does not tell.</summary>
    public bool? AppealGuidance { get; init; }
}

/// <summary>The custody holder answered the offer. No reason is asked for: it is enough to say no.</summary>
public sealed record SupportPersonAnswered(string CustodyHolder, LocalDate AnsweredOn, OfferAnswer Answer, bool? Distressed) : Fact(AnsweredOn);

/// <summary>A custody holder's answer.</summary>
public enum OfferAnswer
{
    Accepted,
    Declined,
}

/// <summary>A support person was granted, with hours.</summary>
public sealed record SupportPersonGranted(string CustodyHolder, LocalDate GrantedOn, decimal HoursPerMonth) : Fact(GrantedOn)
{
    /// <summary>Whether the decision on hours came with guidance on appeal; null where the case system does not tell.</summary>
    public bool? AppealGuidance { get; init; }
}

/// <summary>The custody holder proposed a person of their own choice.</summary>
public sealed record SupportPersonProposed(string CustodyHolder, LocalDate ProposedOn) : Fact(ProposedOn);

/// <summary>The municipality answered the proposal.</summary>
public sealed record SupportPersonProposalAnswered(
    string CustodyHolder,
    LocalDate AnsweredOn,
    ProposalAnswer Answer,
    bool? AppealGuidance,
    string? Reason) : Fact(AnsweredOn)
{
    /// <summary>What a refusal rests on; null where the case system does not tell.</summary>
    public RefusalGround? Ground { get; init; }
}

/// <summary>Why a proposed person was refused.</summary>
public enum RefusalGround
{
    /// <summary>The person is not suited.</summary>
    Unsuited,

    /// <summary>Only that the person is the parents' companion or belongs to an association: not a ground by itself.</summary>
    CompanionOrAssociation,

    Other,
}

/// <summary>The municipality's answer to a proposal.</summary>
public enum ProposalAnswer
{
    Approved,
    Refused,
}

/// <summary>The support person stopped.</summary>
public sealed record SupportPersonEnded(string CustodyHolder, LocalDate EndedOn) : Fact(EndedOn);

/// <summary>A contract with the support person was signed.</summary>
public sealed record SupportPersonContractSigned(string CustodyHolder, LocalDate SignedOn) : Fact(SignedOn);

/// <summary>A meeting to begin with the support person was held.</summary>
public sealed record SupportPersonStartMeetingHeld(string CustodyHolder, LocalDate HeldOn) : Fact(HeldOn);

/// <summary>The custody holder was asked whether the support person is used, and for what.</summary>
public sealed record SupportPersonUseNoted(string CustodyHolder, LocalDate NotedOn, bool Used) : Fact(NotedOn);

/// <summary>The support person reported the hours of a month.</summary>
public sealed record SupportPersonHoursReported(string CustodyHolder, LocalDate ReportedOn, decimal Hours) : Fact(ReportedOn);

/// <summary>The custody holder asked for another support person.</summary>
public sealed record SupportPersonChangeRequested(string CustodyHolder, LocalDate RequestedOn) : Fact(RequestedOn);
