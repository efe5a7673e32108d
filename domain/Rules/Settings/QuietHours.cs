using NodaTime;
using Rettidig.Domain.Calendar;

namespace Rettidig.Domain.Rules.Settings;

/// <summary>When a municipality lets no mail go, neither reminders nor digests nor what is urgent: nobody is there to read it.</summary>
public sealed record QuietHours
{
    /// <summary>Mail goes on every working day, at any hour it is sent at.</summary>
    public static readonly QuietHours None = new();

    /// <summary>When the quiet of a day begins. Null where there are no quiet hours.</summary>
    public LocalTime? From { get; init; }

    /// <summary>When it ends; the next day when it is the earlier of the two.</summary>
    public LocalTime? To { get; init; }

    /// <summary>Weekdays that are quiet all day.</summary>
    public IReadOnlyList<IsoDayOfWeek> Days { get; init; } = [];

    /// <summary>Single days that are quiet all day.</summary>
    public IReadOnlyList<LocalDate> Dates { get; init; } = [];

    /// <summary>Whether no mail may go at a moment of the Copenhagen clock. On the strokes of From and To it may.</summary>
    public bool At(LocalDateTime moment) => On(moment.Date) || At(moment.TimeOfDay);

    /// <summary>Whether the whole day is quiet.</summary>
    public bool On(LocalDate date) => Days.Contains(date.DayOfWeek) || Dates.Contains(date);

    /// <summary>Whether a time lies in the quiet hours of a day.</summary>
    public bool At(LocalTime time)
    {
        if (From is not { } from || To is not { } to)
        {
            return false;
        }

        var minute = new LocalTime(time.Hour, time.Minute);
        return from < to ? minute > from && minute < to : minute > from || minute < to;
    }

    /// <summary>The days on which mail goes.</summary>
    public OfficeDays OfficeDays() => Days.Count == 0 && Dates.Count == 0 ? Calendar.OfficeDays.Standard : new OfficeDays(Days, Dates);
}
