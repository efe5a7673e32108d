namespace Rettidig.Functions.Notices;

/// <summary>What a look at a placement needs of its ledger. Most notices went long ago: of them it only matters that they are there.</summary>
/// <param name="Handled">The keys of those a mail has been handed over with, and of which the case system knows.</param>
/// <param name="Open">The rest, whole, in ordinal order of their keys.</param>
public sealed record LedgerReading(IReadOnlySet<string> Handled, IReadOnlyList<Notice> Open)
{
    /// <summary>The reading of a ledger that has these.</summary>
    public static LedgerReading Of(IReadOnlyCollection<Notice> notices) => new(
        notices.Where(notice => !MayChange(notice.State, notice.Untold)).Select(notice => notice.Key).ToHashSet(StringComparer.Ordinal),
        [.. notices.Where(notice => MayChange(notice.State, notice.Untold))]);

    /// <summary>Whether a look can have anything to do with a notice.</summary>
    internal static bool MayChange(NoticeState state, bool untold) => untold || !state.IsHandled();
}
