namespace Rettidig.Samples.PlanStudy;

/// <summary>
/// Ankestyrelsen's study of 225 cases (handleplaner for anbragte børn og unge, 2019): the figures the sample carries.
/// Derived figures are computed, so that they cannot differ.
/// </summary>
internal static class PlanFigures
{
    public const int CaseCount = 225;
    public const int DecidedBefore2016 = 81;

    // Figure 3.1: the plan and what is missing in it.
    public const int Plans = 204;
    public const int NotBeforeDecision = 125;
    public const int NoPurpose = 22;
    public const int NoMeasure = 32;
    public const int NoGoals = 68;
    public const int NoFamilySupport = 146;
    public const int FamilySupportInsufficient = 25;
    public const int NoDuration = 70;
    public const int Sixteen = 38;
    public const int AdulthoodGoals = 9;

    // Figure 5.2: those for whom three and six months had passed, and their reviews.
    public const int ThreeMonths = 219;
    public const int NoFirstReview = 46;
    public const int FirstReviewLate = 59;
    public const int FirstReviews = ThreeMonths - NoFirstReview;
    public const int SixMonths = 204;
    public const int NoSecondReview = 47;
    public const int SecondReviewLate = 48;
    public const int SecondReviews = SixMonths - NoSecondReview;

    // What the reviews led to.
    public const int FirstRevisionNeeded = 61;
    public const int FirstRevisionDone = 51;
    public const int SecondRevisionNeeded = 93;
    public const int SecondRevisionDone = 73;

    // What they rested on.
    public const int NoVisit = 122;
    public const int Contacted = 121;

    // The sites were asked, 657 of them; the sample has one for each case and the same shares.
    public const int SitesAsked = 657;
    public const int FamiliesAsked = 404;
    public const int PlansReceivedAtStart = 428;
    public const int PlansReceivedInTime = 344;
    public const int Revisions = 328;
    public const int RevisionsReceived = 283;

    /// <summary>A share of the sites asked, among the sites of the sample.</summary>
    public static int OfSites(int asked) => ((asked * CaseCount) + (SitesAsked / 2)) / SitesAsked;
}
