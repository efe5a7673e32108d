using NodaTime;
using Rettidig.Domain.Agendas;
using Rettidig.Domain.Cases;

namespace Rettidig.Unit.Tests.Domain.Properties;

/// <summary>Whoever sleeps until the next change misses nothing: tried day by day.</summary>
public class NextChangeProperties
{
    private const int DaysTried = 500;

    [Fact]
    public void The_next_change_is_never_later_than_the_first_day_the_agenda_differs() => Property.Holds(100, tried =>
    {
        LocalDate today = tried.Part(1, 2);
        CaseFile file = InventedCase.Fold(tried.KnownOn(today));
        Agenda now = InventedCase.Book.Evaluate(file, today);
        if (now.Closed)
        {
            return; // nobody looks any more; what stays of it is tried below
        }

        LocalDate until = now.NextChange ?? today.PlusDays(DaysTried);
        string unchanged = Printed.Content(now, today);

        Assert.True(now.NextChange is null || now.NextChange > today, $"{now.NextChange} is not after {today}");
        for (LocalDate day = today.PlusDays(1); day < until && day < today.PlusDays(DaysTried); day = day.PlusDays(1))
        {
            Assert.Equal(unchanged, Printed.Content(InventedCase.Book.Evaluate(file, day), day));
        }
    });

    [Fact]
    public void A_closed_case_stays_as_it_is() => Property.Holds(150, tried =>
    {
        LocalDate end = tried.Last;
        Agenda last = tried.On(end);
        if (last.Closed)
        {
            Assert.Null(last.NextChange);
            Assert.All(last.Steps, step => Assert.True(step.Day <= end, step.Key));
            Assert.Equal(last.Obligations.Select(Printed.Obligation), tried.On(end.PlusDays(40)).Obligations.Select(Printed.Obligation));
            Assert.Equal(last.Obligations.Select(Printed.Obligation), tried.On(end.PlusYears(3)).Obligations.Select(Printed.Obligation));
        }
    });
}
