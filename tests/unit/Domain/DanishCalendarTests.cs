using NodaTime;
using Rettidig.Domain.Calendar;
using static Rettidig.Unit.Tests.Domain.CaseBuilder;

namespace Rettidig.Unit.Tests.Domain;

public class DanishCalendarTests
{
    [Theory]
    [InlineData("2026-01-01")] // nytårsdag
    [InlineData("2026-04-02")] // skærtorsdag
    [InlineData("2026-04-03")] // langfredag
    [InlineData("2026-04-06")] // 2. påskedag
    [InlineData("2026-05-14")] // Kristi himmelfartsdag
    [InlineData("2026-05-25")] // 2. pinsedag
    [InlineData("2026-06-05")] // grundlovsdag
    [InlineData("2026-12-24")]
    [InlineData("2026-12-25")]
    [InlineData("2026-12-31")]
    [InlineData("2023-05-05")] // the last great prayer day
    public void Offices_are_closed(string day) => Assert.False(DanishCalendar.IsWorkingDay(Date(day)));

    [Theory]
    [InlineData("2024-04-26")] // great prayer day is no more
    [InlineData("2026-05-15")] // the Friday after Ascension
    [InlineData("2026-12-23")]
    public void Offices_are_open(string day) => Assert.True(DanishCalendar.IsWorkingDay(Date(day)));

    [Theory]
    [InlineData(2015, 4, 5)]
    [InlineData(2016, 3, 27)]
    [InlineData(2019, 4, 21)]
    [InlineData(2024, 3, 31)]
    [InlineData(2025, 4, 20)]
    [InlineData(2026, 4, 5)]
    [InlineData(2038, 4, 25)]
    [InlineData(2045, 4, 9)]
    public void Easter_moves(int year, int month, int day) => Assert.Equal(new LocalDate(year, month, day), DanishCalendar.EasterSunday(year));

    [Fact]
    public void Today_is_the_date_in_Copenhagen() => Assert.Equal(new LocalDate(2026, 4, 1), CopenhagenTime.DateOf(Instant.FromUtc(2026, 3, 31, 22, 30)));

    [Fact]
    public void Dates_are_written_as_Danes_write_them()
    {
        Assert.Equal("01-05-2026", DanishDates.Short(Date("2026-05-01")));
        Assert.Equal("1. maj 2026", DanishDates.Long(Date("2026-05-01")));
        Assert.Equal("fredag", DanishDates.Weekday(Date("2026-05-01")));
    }
}
