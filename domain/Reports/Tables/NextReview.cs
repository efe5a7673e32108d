using NodaTime;

namespace Rettidig.Domain.Reports.Tables;

/// <summary>
/// The second review as the study measured it: by six months after the start (law.md T-05). The law counts from the
/// previous review, and that is a group of its own.
/// </summary>
internal sealed record NextReview(ReportedCase Case)
{
    private const int Months = 6;

    public LocalDate Due => Case.File.StartedOn!.Value.PlusMonths(Months);

    /// <summary>The day it was held; null where it was not.</summary>
    public LocalDate? HeldOn => Case.File.Reviews.ElementAtOrDefault(1)?.Day;

    /// <summary>Six months have not passed, or the placement did not last them.</summary>
    public bool IsNotRelevant => !Case.HasRunOut(Due) || (HeldOn is null && Case.File.EndedOn < Due);
}
