using System.Globalization;
using Rettidig.SelfHost.Schedules;

namespace Rettidig.Contract.Tests.Hosting;

public sealed class CronScheduleTests
{
    [Theory]
    // Every quarter of an hour, as the product's tick is written.
    [InlineData("0 */15 * * * *", "2026-03-02T10:00:00", "2026-03-02T10:15:00")]
    [InlineData("0 */15 * * * *", "2026-03-02T10:14:59", "2026-03-02T10:15:00")]
    [InlineData("0 */15 * * * *", "2026-03-02T10:59:00", "2026-03-02T11:00:00")]
    [InlineData("0 */15 * * * *", "2026-12-31T23:45:00", "2027-01-01T00:00:00")]
    // A moment is never its own successor.
    [InlineData("* * * * * *", "2026-03-02T10:00:00", "2026-03-02T10:00:01")]
    // Single values.
    [InlineData("30 5 4 * * *", "2026-03-02T04:05:30", "2026-03-03T04:05:30")]
    [InlineData("0 0 5 1 * *", "2026-03-02T00:00:00", "2026-04-01T05:00:00")]
    // Five fields: the second is left out.
    [InlineData("30 9 * * *", "2026-03-02T09:30:00", "2026-03-03T09:30:00")]
    // Lists and ranges.
    [InlineData("0 0 8,12,16 * * *", "2026-03-02T08:00:00", "2026-03-02T12:00:00")]
    [InlineData("0 0 9-17 * * *", "2026-03-02T17:00:00", "2026-03-03T09:00:00")]
    [InlineData("0 0 9-17/4 * * *", "2026-03-02T13:00:00", "2026-03-02T17:00:00")]
    [InlineData("0 0 9-11,20 * * *", "2026-03-02T11:30:00", "2026-03-02T20:00:00")]
    // A step from a single value goes to the end of the field.
    [InlineData("0 5/20 * * * *", "2026-03-02T10:46:00", "2026-03-02T11:05:00")]
    [InlineData("0 5/20 * * * *", "2026-03-02T10:25:00", "2026-03-02T10:45:00")]
    // A range written backwards is turned round: FRI-MON is Monday to Friday.
    [InlineData("0 0 6 * * FRI-MON", "2026-03-06T06:00:00", "2026-03-09T06:00:00")]
    // Days of the week, Sunday = 0; 2 March 2026 is a Monday.
    [InlineData("0 0 6 * * 1", "2026-03-02T06:00:00", "2026-03-09T06:00:00")]
    [InlineData("0 0 6 * * 0", "2026-03-02T06:00:00", "2026-03-08T06:00:00")]
    [InlineData("0 0 6 * * MON-FRI", "2026-03-06T06:00:00", "2026-03-09T06:00:00")]
    [InlineData("0 0 6 * * saturday,Sun", "2026-03-02T00:00:00", "2026-03-07T06:00:00")]
    // Months by name.
    [InlineData("0 0 0 1 Jan *", "2026-03-02T00:00:00", "2027-01-01T00:00:00")]
    [InlineData("0 0 0 1 june,DEC *", "2026-06-01T00:00:00", "2026-12-01T00:00:00")]
    // Months without the day are passed over.
    [InlineData("0 0 0 31 * *", "2026-03-31T00:00:00", "2026-05-31T00:00:00")]
    [InlineData("0 0 0 29 2 *", "2026-03-02T00:00:00", "2028-02-29T00:00:00")]
    // Day and day of week must both match: Friday the 13th.
    [InlineData("0 0 0 13 * FRI", "2026-03-13T00:00:00", "2026-11-13T00:00:00")]
    public void An_expression_names_its_next_occurrence(string expression, string after, string next) =>
        Assert.Equal(Utc(next), CronSchedule.Parse(expression).NextAfter(Utc(after)));

    [Fact]
    public void Fractions_of_a_second_do_not_make_an_occurrence_come_twice() =>
        Assert.Equal(Utc("2026-03-02T10:15:00"), CronSchedule.Parse("0 */15 * * * *").NextAfter(Utc("2026-03-02T10:00:00").AddMilliseconds(1)));

    [Fact]
    public void An_offset_is_read_as_the_moment_it_is() =>
        Assert.Equal(Utc("2026-03-02T09:00:00"), CronSchedule.Parse("0 0 9 * * *").NextAfter(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(1))));

    [Theory]
    [InlineData("0 */15 * * *  * *", "7 fields")]
    [InlineData("*/15", "1 fields")]
    [InlineData("60 * * * * *", "{second}")]
    [InlineData("0 0 24 * * *", "{hour}")]
    [InlineData("0 0 0 0 * *", "{day}")]
    [InlineData("0 0 0 1 13 *", "{month}")]
    [InlineData("0 0 0 1 Maj *", "{month}")]
    [InlineData("0 0 0 * * 7", "{day-of-week}")]
    [InlineData("0 */0 * * * *", "{minute}")]
    [InlineData("0 1-2-3 * * * *", "{minute}")]
    [InlineData("0 1, * * * *", "{minute}")]
    [InlineData("0 -5 * * * *", "{minute}")]
    [InlineData("0 0 0 30 2 *", "never occurs")]
    public void What_is_wrong_in_an_expression_is_said(string expression, string said) =>
        Assert.Contains(said, Assert.Throws<FormatException>(() => CronSchedule.Parse(expression)).Message, StringComparison.Ordinal);

    private static DateTimeOffset Utc(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
