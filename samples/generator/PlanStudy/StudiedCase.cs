using NodaTime;
using Rettidig.Samples.Cases;

namespace Rettidig.Samples.PlanStudy;

/// <summary>How long the case had run when the cases were counted: under three months, under six, longer, or since before 2016.</summary>
internal enum Age { New, Young, Recent, Old }

/// <summary>When the plan was made, and by which of the study's rules it is in time or not.</summary>
internal enum PlanTiming { BeforeDecision, AfterDecision, EmergencyInTime, EmergencyWithoutPurpose, EmergencyTooLate, None }

internal enum Revision { NotNeeded, Done, NotDone }

/// <summary>What is decided beforehand about one case; the story fills in the days between.</summary>
internal sealed class StudiedCase
{
    public required Age Age { get; init; }

    public required LocalDate Started { get; init; }

    public PlanTiming Timing { get; set; }

    public Timing First { get; set; } = Cases.Timing.Missing;

    public Timing Second { get; set; } = Cases.Timing.Missing;

    public string SecondContact { get; set; } = "contacted";

    /// <summary>The reviews, in order, once their days are drawn.</summary>
    public List<StudiedReview> Reviews { get; } = [];

    public HashSet<string> Missing { get; } = [];

    public bool FamilySupportInsufficient { get; set; }

    public bool IsSixteen { get; set; }

    public bool HasAdulthoodGoals { get; set; }

    /// <summary>Whether the caseworker visited between the last two reviews.</summary>
    public bool Visited { get; set; }

    /// <summary>How the plan reached the site at first.</summary>
    public HandOver HandOver { get; set; } = HandOver.Never;

    /// <summary>How many revisions, counted from the last, never reached the site.</summary>
    public int Undelivered { get; set; }

    public bool HasPlan => Timing != PlanTiming.None;

    public bool IsEmergency => Timing is PlanTiming.EmergencyInTime or PlanTiming.EmergencyWithoutPurpose or PlanTiming.EmergencyTooLate;

    public int Revisions => Reviews.Count(review => review.Revision == Revision.Done);

    /// <summary>Nothing may be revised any more: a revision now would be the one that was not done.</summary>
    public bool IsGivenUp => Reviews.Any(review => review.Revision == Revision.NotDone);
}
