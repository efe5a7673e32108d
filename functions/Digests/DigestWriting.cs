using NodaTime;
using Rettidig.Domain;
using Rettidig.Domain.Calendar;
using Rettidig.Domain.Rules;
using Rettidig.Functions.Mail;
using Rettidig.Functions.Placements;
using Rettidig.Functions.Recipients;
using Rettidig.Functions.Rules;
using Rettidig.Functions.Settings;
using Rettidig.Orchestrations.Digests;

namespace Rettidig.Functions.Digests;

/// <summary>Computes one manager's digest from the open list: one scan of one partition.</summary>
internal sealed class DigestWriting(OpenPlacements open, Obligations obligations, RuleBooks rules, LinkSettings links)
{
    private const int SoonDays = 14;
    private const string Chase = "site-chase";

    public async Task<DigestDraft> WriteAsync(
        DigestOrder order, LocalDate day, StaffDirectory directory, IReadOnlyList<DigestEntry> earlier, CancellationToken cancellationToken)
    {
        string municipality = order.Week.Municipality;
        RuleBook book = rules.BookOf(municipality);
        Dictionary<string, PlacementRow> mine = [];
        await foreach (PlacementRow row in open.AllAsync(municipality, cancellationToken))
        {
            if (row.Caseworker is not null && DigestDesk.ManagerOf(row, directory) == order.Manager)
            {
                mine[row.Placement.Placement] = row;
            }
        }

        IReadOnlyList<OpenObligation> theirs = await obligations.OpenAsync(municipality, mine.ContainsKey, cancellationToken);
        DigestEntry? last = earlier.LastOrDefault(entry => string.CompareOrdinal(entry.Week, order.Week.Week) < 0);
        LocalDate newSince = last?.Day ?? day.PlusDays(-7);

        DigestItem Item(OpenObligation duty) => new(
            duty.Placement, duty.Title, duty.Due, StaffOf(mine[duty.Placement], directory), Link(municipality, duty.Placement))
        {
            Escalated = book.LadderOf(duty.DutyId).Escalate is { } escalate && DanishCalendar.PlusWorkingDays(duty.Due, escalate) <= day,
            NewlyOverdue = duty.Due < day && duty.Due >= newSince,
        };

        var mail = new DigestMail(
            day,
            ScopeOf(municipality, mine.Values, directory),
            mine.Count,
            [.. theirs.Where(duty => duty.Due < day).Select(Item)],
            [.. theirs.Where(duty => duty.Due >= day && duty.Due <= day.PlusDays(SoonDays)).Select(Item)],
            [.. ChasesIn(theirs, municipality)],
            last?.Totals,
            links.Overview);
        return Draft(mail, day, earlier);
    }

    private static DigestDraft Draft(DigestMail mail, LocalDate day, IReadOnlyList<DigestEntry> earlier)
    {
        if (mail.Overdue.Count + mail.DueSoon.Count + mail.Chases.Count > 0)
        {
            return new DigestDraft(day, DigestMailKind.Digest, mail, mail.Totals);
        }

        bool toldThisMonth = earlier.Any(entry =>
            entry.IsDone && entry.Mail == DigestMailKind.AllOnTime && entry.Day.Year == day.Year && entry.Day.Month == day.Month);
        return toldThisMonth
            ? new DigestDraft(day, DigestMailKind.None, null, mail.Totals)
            : new DigestDraft(day, DigestMailKind.AllOnTime, new AllOnTimeMail(day, mail.Scope, mail.OpenPlacements, mail.DueSoon.Count, mail.Overview), mail.Totals);
    }

    private IEnumerable<DigestChase> ChasesIn(IEnumerable<OpenObligation> duties, string municipality) => duties
        .Where(duty => duty.DutyId == Chase)
        .GroupBy(duty => (duty.Placement, Site: duty.Site ?? ""))
        .Select(chases => new DigestChase(
            chases.Key.Placement, chases.Key.Site, chases.Count(), chases.Max(chase => chase.AnchoredOn), Link(municipality, chases.Key.Placement)));

    private Uri Link(string municipality, string placement) => links.CaseOf(new PlacementKey(municipality, placement));

    private static DigestStaff StaffOf(PlacementRow placement, StaffDirectory directory)
    {
        string id = placement.Caseworker ?? "";
        return new DigestStaff(id, directory.Find(id)?.Name ?? id);
    }

    private static string ScopeOf(string municipality, IEnumerable<PlacementRow> placements, StaffDirectory directory)
    {
        string?[] teams = [.. placements.Select(row => directory.Find(row.Caseworker)?.Team).Distinct(StringComparer.Ordinal)];
        return teams is [{ } team]
            ? team.StartsWith("team", StringComparison.OrdinalIgnoreCase) ? team : $"Team {team}"
            : $"Kommune {municipality}";
    }
}
