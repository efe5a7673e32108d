using NodaTime;
using Rettidig.Domain.Calendar;

namespace Rettidig.Orchestrations.Placements;

/// <summary>When a placement looks at itself again.</summary>
public static class WakeUp
{
    /// <summary>So that a mistake in "the next change" costs three weeks, never a year.</summary>
    public const int LongestSleepInDays = 21;

    private const int FirstHour = 3;
    private const int WindowInSeconds = 3 * 60 * 60;

    /// <summary>
    /// On the day of the next change, at most 21 days ahead, between 03 and 06 Copenhagen: before the round of 07:00,
    /// and by a stable hash of the id, so that a municipality's placements do not all wake in one second.
    /// </summary>
    /// <param name="instanceId">The durable instance that sleeps.</param>
    /// <param name="today">The Copenhagen date of the look; its own changes are done.</param>
    /// <param name="nextChange">The next day the agenda changes by itself, after today; null for none.</param>
    public static Instant After(string instanceId, LocalDate today, LocalDate? nextChange)
    {
        LocalDate latest = today.PlusDays(LongestSleepInDays);
        LocalDate day = nextChange is { } change && change < latest ? change : latest;
        if (day <= today)
        {
            throw new ArgumentException($"Bug in the agenda: expected a next change after {today:uuuu-MM-dd}, got {nextChange:uuuu-MM-dd}.", nameof(nextChange));
        }

        int seconds = (int)(StableHash.Of(instanceId) % WindowInSeconds);
        return CopenhagenTime.InstantOf(day, new LocalTime(FirstHour, 0).PlusSeconds(seconds));
    }
}
