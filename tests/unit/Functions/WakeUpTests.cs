using NodaTime;
using Rettidig.Domain.Calendar;
using Rettidig.Orchestrations.Placements;

namespace Rettidig.Unit.Tests.Functions;

public sealed class WakeUpTests
{
    private static readonly LocalDate Today = new(2026, 3, 2);

    [Fact]
    public void A_placement_wakes_on_the_day_of_its_next_change_between_three_and_six()
    {
        LocalDateTime at = CopenhagenTime.At(WakeUp.After("placement:101:P-1", Today, Today.PlusDays(9)));

        Assert.Equal(new LocalDate(2026, 3, 11), at.Date);
        Assert.InRange(at.TimeOfDay, new LocalTime(3, 0), new LocalTime(6, 0));
    }

    [Fact]
    public void Nothing_sleeps_longer_than_three_weeks()
    {
        Assert.Equal(new LocalDate(2026, 3, 23), CopenhagenTime.At(WakeUp.After("placement:101:P-1", Today, null)).Date);
        Assert.Equal(new LocalDate(2026, 3, 23), CopenhagenTime.At(WakeUp.After("placement:101:P-1", Today, Today.PlusYears(1))).Date);
    }

    [Fact]
    public void A_thousand_placements_spread_over_the_three_hours()
    {
        int[] byHour = [.. Enumerable.Range(0, 1000)
            .Select(n => CopenhagenTime.At(WakeUp.After($"placement:101:P-{n}", Today, null)).Hour)
            .GroupBy(hour => hour).OrderBy(group => group.Key).Select(group => group.Count())];

        Assert.Equal(3, byHour.Length);
        Assert.All(byHour, count => Assert.InRange(count, 250, 420));
    }

    [Fact]
    public void The_hash_is_the_same_in_every_process_and_release() =>
        Assert.Equal(3074618148u, StableHash.Of("placement:101:P-1"));

    [Fact]
    public void A_change_that_is_not_ahead_is_a_bug_and_says_so() =>
        Assert.Contains("Bug", Assert.Throws<ArgumentException>(() => WakeUp.After("placement:101:P-1", Today, Today)).Message, StringComparison.Ordinal);
}
