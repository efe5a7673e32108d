using NodaTime;
using Rettidig.Domain.Agendas;
using Rettidig.Domain.Cases;

namespace Rettidig.Unit.Tests.Domain.Properties;

/// <summary>Looking every day and looking once say the same, and send the same.</summary>
public class DayByDayProperties
{
    private const int DaysAfter = 120;

    [Fact]
    public void A_case_looked_at_day_by_day_says_on_the_last_day_what_one_look_says() => Property.Holds(40, tried =>
    {
        CaseFile file = InventedCase.Fold(tried.Log);
        LocalDate last = tried.Last.PlusDays(DaysAfter);
        Agenda? dayByDay = null;
        for (LocalDate day = tried.Part(2, 3); day <= last; day = day.PlusDays(1))
        {
            dayByDay = InventedCase.Book.Evaluate(file, day);
        }

        Assert.Equal(Printed.Agenda(tried.WithAll(last)), Printed.Agenda(dayByDay!));
    });

    [Fact]
    public void Looking_every_day_sends_the_same_notices_on_the_same_days_as_looking_only_when_something_changes() => Property.Holds(30, tried =>
    {
        Dictionary<string, string> everyDay = [];
        Dictionary<string, string> onChange = [];
        LocalDate? next = null;
        CaseFile file = InventedCase.Fold([]);
        HashSet<LocalDate> arrivals = [.. tried.Log.Select(InventedCase.Arrives)];
        for (LocalDate day = tried.First; day <= tried.Last.PlusDays(DaysAfter); day = day.PlusDays(1))
        {
            file = arrivals.Contains(day) ? InventedCase.Fold(tried.KnownOn(day)) : file;
            Agenda agenda = InventedCase.Book.Evaluate(file, day);
            Record(everyDay, agenda, day);
            if (next <= day || arrivals.Contains(day))
            {
                Record(onChange, agenda, day);
                next = agenda.NextChange;
            }
        }

        Assert.Equal(everyDay.OrderBy(sent => sent.Key, StringComparer.Ordinal), onChange.OrderBy(sent => sent.Key, StringComparer.Ordinal));
    });

    [Fact]
    public void Only_time_and_what_is_said_change_a_status_and_time_only_forward() => Property.Holds(60, tried =>
    {
        LocalDate today = tried.Part(1, 2);
        CaseFile file = InventedCase.Fold(tried.KnownOn(today));
        Dictionary<string, ObligationStatus> before = [];
        for (LocalDate day = today; day < today.PlusDays(DaysAfter); day = day.PlusDays(3))
        {
            foreach (Obligation obligation in InventedCase.Book.Evaluate(file, day).Obligations)
            {
                string name = Printed.Name(obligation);
                ObligationStatus was = before.GetValueOrDefault(name, obligation.Status);
                Assert.True(was == obligation.Status || Follows(was, obligation.Status), $"{name} was {was} and is {obligation.Status} on {day}");
                before[name] = obligation.Status;
            }
        }
    });

    [Fact]
    public void Nothing_is_late_before_its_day_has_come() => Property.Holds(300, tried =>
    {
        LocalDate today = tried.Part(2, 3);
        Assert.All(tried.On(today).Obligations, obligation => Assert.True(
            obligation.Status switch
            {
                ObligationStatus.MetLate => obligation.Due < obligation.ClosedOn && obligation.ClosedOn <= today,
                ObligationStatus.Overdue => obligation.Due < today,
                ObligationStatus.Due => obligation.Due == today,
                ObligationStatus.NotClosed => obligation.Due <= today,
                _ => true,
            },
            $"{Printed.Obligation(obligation)} on {today}"));
    });

    /// <summary>The ledger: what falls and is not in it yet goes in, the highest step of each obligation as sent, the others as superseded.</summary>
    private static void Record(Dictionary<string, string> ledger, Agenda agenda, LocalDate day)
    {
        foreach (IGrouping<(string, string), Step> steps in agenda.Steps.Where(step => step.Day <= day && !ledger.ContainsKey(step.Key)).GroupBy(step => (step.DutyId, step.Occurrence)))
        {
            int highest = steps.Max(step => step.Rank);
            foreach (Step step in steps)
            {
                ledger[step.Key] = step.Rank == highest || step.Rank < 0 ? $"sent {day}" : $"superseded {day}";
            }
        }
    }

    /// <summary>What was open may fall due, be late, be closed by a fact that lies ahead, or end unclosed; what is closed stays as it is.</summary>
    private static bool Follows(ObligationStatus was, ObligationStatus now) => (was, now) switch
    {
        (ObligationStatus.Pending, ObligationStatus.Due or ObligationStatus.Overdue) => true,
        (ObligationStatus.Due, ObligationStatus.Overdue) => true,
        (ObligationStatus.Pending or ObligationStatus.Due or ObligationStatus.Overdue, ObligationStatus.Met or ObligationStatus.MetLate or ObligationStatus.MetWithDefects or ObligationStatus.NotClosed) => true,
        _ => false,
    };
}
