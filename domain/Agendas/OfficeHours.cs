using NodaTime;
using Rettidig.Domain.Calendar;
using Rettidig.Domain.Rules.Settings;

namespace Rettidig.Domain.Agendas;

/// <summary>When facts arrived, as a municipality's office sees it: before the morning round, in time for an urgent mail, or after.</summary>
/// <param name="quiet">When it lets no mail go.</param>
public sealed class OfficeHours(QuietHours quiet)
{
    /// <summary>An office without quiet hours of its own.</summary>
    public static readonly OfficeHours Standard = new(QuietHours.None);

    /// <summary>The morning round.</summary>
    public static readonly LocalTime Morning = new(7, 0);

    /// <summary>The first urgent mail of a day.</summary>
    public static readonly LocalTime Opens = new(8, 0);

    /// <summary>The last urgent mail of a day.</summary>
    public static readonly LocalTime Closes = new(16, 0);

    private readonly LocalTime lastMail = LastMail(quiet);

    /// <summary>The days on which mail goes.</summary>
    public OfficeDays Days { get; } = quiet.OfficeDays();

    /// <summary>The first day with mail whose morning round comes after the facts.</summary>
    public LocalDate FirstMorningAfter(Instant knownAt)
    {
        LocalDateTime at = CopenhagenTime.At(knownAt);
        return at.TimeOfDay < Morning ? Days.OnOrAfter(at.Date) : Days.Next(at.Date);
    }

    /// <summary>Whether the facts came after the morning round of a day with mail, in time for an urgent one that day.</summary>
    public bool CanStillMail(Instant knownAt, LocalDate day)
    {
        LocalDateTime at = CopenhagenTime.At(knownAt);
        return at.Date == day && at.TimeOfDay >= Morning && at.TimeOfDay < lastMail && Days.IsOpen(day);
    }

    /// <summary>Whether reminders may go at a moment: those of the morning, from seven on, or the urgent ones of the day.</summary>
    public bool MayMail(LocalDateTime at) => Days.IsOpen(at.Date) && !quiet.At(at);

    /// <summary>Quiet hours that last until the office closes end its mail early; an hour at noon only delays it.</summary>
    private static LocalTime LastMail(QuietHours quiet) =>
        quiet.From is { } from && quiet.At(Closes.PlusMinutes(-1)) && from > Morning && from < Closes ? from : Closes;
}
