using NodaTime;
using Rettidig.Domain.Calendar;
using Rettidig.Domain.Events;

namespace Rettidig.Domain.Rules.Duties;

/// <summary>Terms the law counts in hours. The due day is the day they end; an hour too late on that day is a defect.</summary>
internal static class Hours
{
    private const int Most = 24;

    /// <summary>24 hours after the moment of the fact that started it.</summary>
    public static Deadline Within<T>(Func<T, Instant> moment)
        where T : Fact => Due.On($"{Most} timer efter", Term.Statutory, s =>
        {
            Instant from = moment(s.Started<T>()!), until = from + Duration.FromHours(Most);
            return new DueDate(CopenhagenTime.DateOf(until), Term.Statutory, $"{s.Anchor.Label} {Moment(from)} + {Most} timer = {Moment(until)}");
        });

    /// <summary>Done on the due day, and later than the hour.</summary>
    public static DefectCheck Exceeded<T>(Func<T, Instant> moment, Func<Situation, Instant?> done)
        where T : Fact => Remark.Demanding("later-than-24-hours", "overholdelse af de 24 timer", s => done(s) > moment(s.Started<T>()!) + Duration.FromHours(Most));

    private static string Moment(Instant at)
    {
        LocalDateTime local = CopenhagenTime.At(at);
        return $"{DanishDates.Short(local.Date)} kl. {local.Hour:00}.{local.Minute:00}";
    }
}
