using NodaTime;
using Rettidig.Domain.Calendar;

namespace Rettidig.Domain.Agendas;

/// <summary>When the facts of an obligation arrived, as the office sees it: before the morning round, in office hours, or after.</summary>
internal static class Arrival
{
    /// <summary>The morning round.</summary>
    public static readonly LocalTime Morning = new(7, 0);

    /// <summary>When the last urgent mail of a day goes out.</summary>
    public static readonly LocalTime OfficeCloses = new(16, 0);

    /// <summary>The first working day whose morning round comes after the facts.</summary>
    public static LocalDate FirstMorningAfter(Instant knownAt)
    {
        LocalDateTime at = CopenhagenTime.At(knownAt);
        return at.TimeOfDay < Morning ? DanishCalendar.OnOrAfter(at.Date) : DanishCalendar.Next(at.Date);
    }

    /// <summary>Whether the facts came after the morning round of a working day, in time for an urgent mail that day.</summary>
    public static bool IsInOfficeHours(Instant knownAt, LocalDate day)
    {
        LocalDateTime at = CopenhagenTime.At(knownAt);
        return at.Date == day && DanishCalendar.IsWorkingDay(day) && at.TimeOfDay >= Morning && at.TimeOfDay < OfficeCloses;
    }
}
