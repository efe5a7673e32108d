namespace Rettidig.Functions.Notices;

/// <summary>What a look at a placement needs of its ledger. Most notices went long ago: of them it only matters that they are there.</summary>
/// <param name="handled">The rows of those a mail has been handed over with, and of which the case system knows.</param>
/// <param name="open">The rest, whole, in ordinal order of their keys.</param>
public sealed class LedgerReading(HashSet<string> handled, IReadOnlyList<Notice> open)
{
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> rows = handled.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The notices a look may have to do with, in ordinal order of their keys.</summary>
    public IReadOnlyList<Notice> Open => open;

    /// <summary>The reading of a ledger that has these.</summary>
    public static LedgerReading Of(IReadOnlyCollection<Notice> notices) => new(
        notices.Where(notice => !MayChange(notice.State, notice.Untold)).Select(notice => notice.Row).ToHashSet(StringComparer.Ordinal),
        [.. notices.Where(notice => MayChange(notice.State, notice.Untold))]);

    /// <summary>Whether a mail with the notice of this row has been handed over: there is nothing more to do with it.</summary>
    /// <param name="row">A notice's key without the placement.</param>
    public bool IsHandled(ReadOnlySpan<char> row) => rows.Contains(row);

    /// <summary>Whether a look can have anything to do with a notice.</summary>
    internal static bool MayChange(NoticeState state, bool untold) => untold || !state.IsHandled();
}
