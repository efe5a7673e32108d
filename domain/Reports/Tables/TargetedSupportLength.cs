using NodaTime;
using Rettidig.Domain.Events.Facts;

namespace Rettidig.Domain.Reports.Tables;

/// <summary>How long a programme of targeted support lasted.</summary>
/// <param name="Weeks">Whole weeks; null while it runs.</param>
internal sealed record TargetedSupportLength(int? Weeks)
{
    public const int Shortest = 16;
    public const int Longest = 48;

    public static IEnumerable<TargetedSupportLength> ListOf(ReportedCase placement) =>
        placement.File.All<TargetedSupportStarted>().Select(started => new TargetedSupportLength(
            placement.File.All<TargetedSupportEnded>().FirstOrDefault(ended => ended.IsAfter(started)) is { } ended ? Period.DaysBetween(started.Day, ended.Day) / 7 : null));
}
