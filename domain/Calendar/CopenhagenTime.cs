using NodaTime;

namespace Rettidig.Domain.Calendar;

/// <summary>
/// The clock on the wall of a Danish office. "Today" is the date in Copenhagen, never the UTC date:
/// 2026-03-31T22:30Z is already 1 April.
/// </summary>
public static class CopenhagenTime
{
    /// <summary>The zone, from NodaTime's own data: the machine's zones and settings play no part.</summary>
    public static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Copenhagen"];

    /// <summary>The Copenhagen date of a moment.</summary>
    public static LocalDate DateOf(Instant moment) => At(moment).Date;

    /// <summary>The Copenhagen date and time of a moment.</summary>
    public static LocalDateTime At(Instant moment) => moment.InZone(Zone).LocalDateTime;

    /// <summary>The moment of a Copenhagen date and time. In the hour that does not exist in spring, the moment after the gap; in the doubled hour of autumn, the first.</summary>
    public static Instant InstantOf(LocalDate date, LocalTime time) => date.At(time).InZoneLeniently(Zone).ToInstant();
}
