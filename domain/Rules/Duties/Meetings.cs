using NodaTime;
using Rettidig.Domain.Cases;
using Rettidig.Domain.Events.Facts;

namespace Rettidig.Domain.Rules.Duties;

/// <summary>Meetings as they stand: booked again, only the last booking counts.</summary>
internal static class Meetings
{
    public static IEnumerable<Recorded<MeetingBooked>> Standing(CaseFile file) =>
        file.All<MeetingBooked>().GroupBy(booking => booking.Fact.Meeting).Select(bookings => bookings.MaxBy(booking => booking.Time)!);

    /// <summary>The day a meeting was cancelled after its last booking; null where it was not. A cancellation counts when it is recorded, so they stand in that order.</summary>
    public static LocalDate? CancelledOn(CaseFile file, Recorded<MeetingBooked> booking)
    {
        ReadOnlySpan<Recorded<MeetingCancelled>> cancellations = file.About<MeetingCancelled>(static cancelled => cancelled.Fact.Meeting, booking.Fact.Meeting);
        int first = CaseOrder.First(cancellations, booking.Time, static (cancelled, from) => cancelled.Time >= from);
        return first < cancellations.Length ? cancellations[first].Day : null;
    }
}
