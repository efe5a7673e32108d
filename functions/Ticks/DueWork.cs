using NodaTime;
using NodaTime.Calendars;
using Rettidig.Domain.Agendas;
using Rettidig.Domain.Calendar;
using Rettidig.Domain.Rules;
using Rettidig.Functions.Notices;
using Rettidig.Functions.Placements;
using Rettidig.Functions.Rules;
using Rettidig.Functions.Settings;
using Rettidig.Functions.Storage;
using Rettidig.Orchestrations.Digests;
using Rettidig.Orchestrations.Reminders;
using Rettidig.Orchestrations.Retention;
using Rettidig.Orchestrations.Watch;

namespace Rettidig.Functions.Ticks;

/// <summary>What ought to have been started by a moment of the Copenhagen clock.</summary>
public sealed class DueWork(Municipalities municipalities, RuleBooks rules, Outbox outbox, RetentionSettings retention)
{
    private static readonly LocalTime Night = new(2, 0);

    public async Task<IReadOnlyList<WorkItem>> AtAsync(Instant now, CancellationToken cancellationToken)
    {
        LocalDateTime at = CopenhagenTime.At(now);
        var due = new List<WorkItem>();
        if (at.TimeOfDay >= Night)
        {
            string date = at.Date.Iso();
            due.Add(new WorkItem(nameof(Watchdog), Watchdog.InstanceId(date), date));
            if (retention.Years is not null)
            {
                due.Add(new WorkItem(nameof(KeepNoLonger), KeepNoLonger.InstanceId(date), date));
            }
        }

        foreach (Municipality municipality in await municipalities.ReadAsync(cancellationToken))
        {
            due.AddRange(RoundsOf(municipality, at));
            due.AddRange(DigestsOf(municipality, at));
            if (IsOfficeHour(municipality, at) && await outbox.HasForTodayAsync(municipality.Code, cancellationToken))
            {
                due.Add(Round(municipality.Code, $"{at.Date.Iso()}T{at.Hour:D2}{at.Minute:D2}", urgentOnly: true));
            }
        }

        return due;
    }

    private IEnumerable<WorkItem> RoundsOf(Municipality municipality, LocalDateTime at) =>
        MayMail(municipality, at) && IsOwed(municipality, at.Date.At(OfficeHours.Morning), at)
            ? [Round(municipality.Code, at.Date.Iso(), urgentOnly: false)]
            : [];

    private IEnumerable<WorkItem> DigestsOf(Municipality municipality, LocalDateTime at)
    {
        MunicipalRules choices = rules.ChoicesOf(municipality.Code);
        LocalDate day = at.Date.PlusDays(choices.DigestDay - at.DayOfWeek);
        if (choices.QuietHours.At(at) || !IsOwed(municipality, day.At(choices.DigestTime), at))
        {
            return [];
        }

        string week = $"{WeekYearRules.Iso.GetWeekYear(at.Date):D4}-W{WeekYearRules.Iso.GetWeekOfWeekYear(at.Date):D2}";
        var request = new DigestRequest(municipality.Code, week, at.Date.Iso());
        return [new WorkItem(nameof(WeeklyDigest), $"digest:{municipality.Code}:{week}", request)];
    }

    /// <summary>Its time has come, and it had not come before the municipality did.</summary>
    private static bool IsOwed(Municipality municipality, LocalDateTime moment, LocalDateTime at) =>
        moment <= at && CopenhagenTime.At(municipality.Since) <= moment;

    /// <summary>The tick of four o'clock comes a moment after it.</summary>
    private bool IsOfficeHour(Municipality municipality, LocalDateTime at) =>
        at.TimeOfDay >= OfficeHours.Opens && new LocalTime(at.Hour, at.Minute) <= OfficeHours.Closes && MayMail(municipality, at);

    private bool MayMail(Municipality municipality, LocalDateTime at) => rules.BookOf(municipality.Code).Office.MayMail(at);

    private static WorkItem Round(string municipality, string round, bool urgentOnly) =>
        new(nameof(ReminderRound), $"round:{municipality}:{round}", new RoundRequest(municipality, round, urgentOnly));
}
