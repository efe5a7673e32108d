using Azure.Data.Tables;
using Rettidig.Domain.Agendas;
using Rettidig.Domain.Rules;
using Rettidig.Functions.Mail;
using Rettidig.Functions.Notices;
using Rettidig.Functions.Recipients;
using Rettidig.Functions.Settings;
using Rettidig.Functions.Storage;

namespace Rettidig.Functions.Reminders;

/// <summary>Turns notices into the lines of a reminder. A reader who gets a duty in two roles reads it once.</summary>
internal sealed class ReminderItems(Tables tables, LinkSettings links)
{
    public async Task<IReadOnlyList<ReminderItem>> OfAsync(
        string reader, IReadOnlyList<Notice> notices, RecipientLookup lookup, CancellationToken cancellationToken)
    {
        var items = new List<(Notice Notice, ReminderItem Item)>();
        foreach (Notice notice in notices)
        {
            items.Add((notice, await OfAsync(reader, notice, lookup, cancellationToken)));
        }

        return [.. items
            .GroupBy(pair => (pair.Notice.Placement, pair.Notice.DutyId, pair.Notice.Occurrence, pair.Notice.Due))
            .Select(same => same.OrderBy(pair => pair.Item.OnBehalfOf is null ? 0 : 1).ThenByDescending(pair => pair.Item.As).First().Item)];
    }

    private async Task<ReminderItem> OfAsync(string reader, Notice notice, RecipientLookup lookup, CancellationToken cancellationToken)
    {
        TableEntity? obligation = await tables.Obligations.FindAsync(
            notice.Placement.Partition, $"{notice.DutyId}:{notice.Occurrence}", cancellationToken);
        string? caseworker = await lookup.CaseworkerOfAsync(notice.Placement, cancellationToken);
        string? holder = lookup.Staff.Holder(notice.Role, caseworker)?.Id ?? (notice.Role == Role.Caseworker ? caseworker : null);
        return new ReminderItem(
            notice.Placement.Placement,
            obligation?.GetString("Title") ?? RuleBook.TitleOf(notice.DutyId),
            notice.Due,
            notice.Step,
            notice.Role,
            obligation?.GetString("Law") ?? "",
            RuleBook.MayMailExplanationOf(notice.DutyId) ? obligation?.GetString("Explanation") ?? "" : "",
            links.CaseOf(notice.Placement))
        {
            Caseworker = notice.Role == Role.Caseworker ? null : caseworker,
            OnBehalfOf = holder == reader ? null : holder,
        };
    }
}
