using NodaTime;

namespace Rettidig.Samples;

/// <summary>Danish wall-clock time.</summary>
internal static class Copenhagen
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Copenhagen"];

    public static ZonedDateTime At(LocalDate day, int hour, int minute) => day.At(new LocalTime(hour, minute)).InZoneStrictly(Zone);

    /// <summary>So many minutes into the office day, which begins at eight.</summary>
    public static ZonedDateTime InOfficeHours(LocalDate day, int minutes) => At(day, 8 + (minutes / 60), minutes % 60);
}
