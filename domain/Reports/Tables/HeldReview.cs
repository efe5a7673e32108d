using Rettidig.Domain.Agendas;
using Rettidig.Domain.Cases;
using Rettidig.Domain.Events.Facts;

namespace Rettidig.Domain.Reports.Tables;

/// <summary>A review that was held.</summary>
/// <param name="Case">The placement.</param>
/// <param name="Review">The review.</param>
/// <param name="Number">1 for the first.</param>
internal sealed record HeldReview(ReportedCase Case, Recorded<ReviewHeld> Review, int Number)
{
    public static IEnumerable<HeldReview> ListOf(ReportedCase placement) =>
        placement.File.Reviews.Select((review, at) => new HeldReview(placement, review, at + 1));

    public bool NeedsRevision => Review.Fact.PlanRevision == PlanRevisionNeed.Needed;

    public bool IsRevised => Revision?.ClosedOn is not null;

    /// <summary>Needed and not done, and nobody can say yet that it is late.</summary>
    public bool HasTimeLeft => Revision is { IsOpen: true } revision && !Case.HasRunOut(revision.Due);

    /// <summary>Of two reviews on one day, the second's revision is the second there.</summary>
    private Obligation? Revision => Case.Of("plan-revision").FirstOrDefault(duty => duty.AnchoredOn == Review.Day);
}
