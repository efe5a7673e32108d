using NodaTime;
using Rettidig.Domain.Calendar;

namespace Rettidig.Unit.Tests.Domain.Properties;

/// <summary>The calendar of working days against every day of 2015-2045.</summary>
public class HolidayTests
{
    private static readonly PlainDate[] EveryDay = [.. PlainDate.Between(2015, 2045)];

    [Fact]
    public void Thirty_one_years_have_11323_days_and_407_of_the_closed_ones() => Assert.Equal((11323, 407), (EveryDay.Length, Holidays.All.Count));

    [Fact]
    public void Great_prayer_day_is_a_closed_day_until_2023_and_then_no_more()
    {
        Assert.Contains(new PlainDate(2023, 5, 5), Holidays.All);
        Assert.DoesNotContain(new PlainDate(2024, 4, 26), Holidays.All);
        Assert.True(DanishCalendar.IsClosedDay(new LocalDate(2023, 5, 5)));
        Assert.False(DanishCalendar.IsClosedDay(new LocalDate(2024, 4, 26)));
    }

    [Fact]
    public void Exactly_the_days_written_out_are_closed() =>
        Assert.Equal(EveryDay.Where(Holidays.All.Contains), EveryDay.Where(day => DanishCalendar.IsClosedDay(Noda(day))));

    [Fact]
    public void Offices_are_open_Monday_to_Friday_but_for_the_days_written_out() =>
        Assert.Equal(EveryDay.Where(Holidays.IsOpen), EveryDay.Where(day => DanishCalendar.IsWorkingDay(Noda(day))));

    [Fact]
    public void Reminders_move_back_to_the_last_working_day() => Assert.All(EveryDay.Skip(7), day =>
    {
        PlainDate expected = day;
        while (!Holidays.IsOpen(expected))
        {
            expected = expected.Yesterday;
        }

        Assert.Equal(Noda(expected), DanishCalendar.OnOrBefore(Noda(day)));
    });

    [Fact]
    public void Escalations_move_on_to_the_next_working_day() => Assert.All(EveryDay.SkipLast(7), day =>
    {
        PlainDate expected = day;
        while (!Holidays.IsOpen(expected))
        {
            expected = expected.Tomorrow;
        }

        Assert.Equal(Noda(expected), DanishCalendar.OnOrAfter(Noda(day)));
    });

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(10)]
    public void Working_days_are_counted_from_the_day_after(int count) =>
        Assert.All(EveryDay.SkipLast(30), day => Assert.Equal(Noda(day.PlusWorkingDays(count)), DanishCalendar.PlusWorkingDays(Noda(day), count)));

    private static LocalDate Noda(PlainDate day) => new(day.Year, day.Month, day.Day);
}
