namespace Rettidig.Functions.Pages;

/// <summary>One page of the mails in the folder, newest first.</summary>
/// <param name="Entries">The mails of this page.</param>
/// <param name="Search">What recipients are searched for; empty for all.</param>
/// <param name="Number">The number of this page, from 1.</param>
/// <param name="Pages">How many pages there are, at least 1.</param>
/// <param name="Total">How many mails there are on all pages.</param>
/// <param name="LeavesTheHouse">Mail goes to people: the folder only holds what was written before.</param>
public sealed record OutboxModel(
    IReadOnlyList<OutboxEntry> Entries, string Search, int Number, int Pages, int Total, bool LeavesTheHouse);
