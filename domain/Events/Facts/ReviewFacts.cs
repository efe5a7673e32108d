using NodaTime;

namespace Rettidig.Domain.Events.Facts;

/// <summary>A review (opfølgning) was held.</summary>
public sealed record ReviewHeld(
    LocalDate HeldOn,
    bool MeasureChanged,
    PlanRevisionNeed PlanRevision,
    CustodyHolderContact CustodyHolder,
    LocalDate? NextReviewOn) : Fact(HeldOn);

/// <summary>Each review says whether the plan must be revised.</summary>
public enum PlanRevisionNeed
{
    Needed,
    NotNeeded,
}

/// <summary>Contact with the custody holder before the review; an attempt counts.</summary>
public enum CustodyHolderContact
{
    Contacted,
    Attempted,
    NotContacted,
}

/// <summary>The rhythm of reviews was decided or changed (barnets lov § 95, stk. 3).</summary>
public sealed record ReviewRhythmDecided(LocalDate DecidedOn, LocalDate NextReviewOn) : Fact(DecidedOn);

/// <summary>A visit (tilsynsbesøg) was made.</summary>
public sealed record VisitHeld(LocalDate HeldOn, bool OnSite, Visitor By, bool ChildSpokenWith, bool? Alone) : Fact(HeldOn)
{
    /// <summary>How many advisers took part; null where the case system does not tell.</summary>
    public int? Advisers { get; init; }

    /// <summary>Only a visit on site by the authority's caseworker, where the child was spoken with, is a supervision visit.</summary>
    public bool Qualifies => OnSite && By == Visitor.Caseworker && ChildSpokenWith;
}

/// <summary>Who came. Supervision cannot be delegated.</summary>
public enum Visitor
{
    Caseworker,
    Consultant,
    Site,
}

/// <summary>A survey of how the child or the parents are.</summary>
public sealed record WellbeingSurveyed(LocalDate SurveyedOn, SurveyedPerson Who) : Fact(SurveyedOn);

/// <summary>Who was asked.</summary>
public enum SurveyedPerson
{
    Child,
    Parents,
}

/// <summary>A statement for the coming review was received.</summary>
public sealed record StatusStatementReceived(LocalDate ReceivedOn, StatementSource From) : Fact(ReceivedOn);

/// <summary>Who wrote it.</summary>
public enum StatementSource
{
    Site,
    School,
    Other,
}
