using NodaTime;

namespace Rettidig.Domain.Events.Facts;

/// <summary>The parents' support person (støtteperson) was offered to a custody holder.</summary>
public sealed record SupportPersonOffered(string CustodyHolder, LocalDate OfferedOn, bool? PurposeExplained) : Fact(OfferedOn);

/// <summary>The custody holder answered the offer. No reason is asked for: it is enough to say no.</summary>
public sealed record SupportPersonAnswered(string CustodyHolder, LocalDate AnsweredOn, OfferAnswer Answer, bool? Distressed) : Fact(AnsweredOn);

/// <summary>A custody holder's answer.</summary>
public enum OfferAnswer
{
    Accepted,
    Declined,
}

/// <summary>A support person was granted, with hours.</summary>
public sealed record SupportPersonGranted(string CustodyHolder, LocalDate GrantedOn, decimal HoursPerMonth) : Fact(GrantedOn);

/// <summary>The custody holder proposed a person of their own choice.</summary>
public sealed record SupportPersonProposed(string CustodyHolder, LocalDate ProposedOn) : Fact(ProposedOn);

/// <summary>The municipality answered the proposal.</summary>
public sealed record SupportPersonProposalAnswered(
    string CustodyHolder,
    LocalDate AnsweredOn,
    ProposalAnswer Answer,
    bool? AppealGuidance,
    string? Reason) : Fact(AnsweredOn);

/// <summary>The municipality's answer to a proposal.</summary>
public enum ProposalAnswer
{
    Approved,
    Refused,
}

/// <summary>The support person stopped.</summary>
public sealed record SupportPersonEnded(string CustodyHolder, LocalDate EndedOn) : Fact(EndedOn);
