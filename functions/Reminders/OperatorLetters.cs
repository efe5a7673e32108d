using NodaTime;
using Rettidig.Domain.Agendas;
using Rettidig.Functions.Events;
using Rettidig.Functions.Mail;
using Rettidig.Functions.Notices;
using Rettidig.Functions.Settings;

namespace Rettidig.Functions.Reminders;

/// <summary>What the operator must mend: placements without a decision, and sites that could not be written to.</summary>
internal sealed class OperatorLetters(CaseFiles cases, LinkSettings links)
{
    public async Task<OperatorMail> WriteAsync(
        string municipality, LocalDate day, IReadOnlyList<Notice> notices, CancellationToken cancellationToken)
    {
        var undecided = new List<OperatorPlacement>();
        foreach (Notice notice in notices.Where(notice => notice.Role == Role.Operator))
        {
            CaseReading? reading = await cases.ReadAsync(notice.Placement, cancellationToken);
            undecided.Add(new OperatorPlacement(notice.Placement.Placement, (int)(reading?.Head ?? 0), notice.Due));
        }

        OperatorRecipient[] unreachable = [.. notices
            .Where(notice => notice.Role == Role.Site)
            .GroupBy(notice => notice.Site ?? "", StringComparer.Ordinal)
            .Select(site => new OperatorRecipient($"anbringelsessted {site.Key}", site.Count()))];
        return new OperatorMail(day, municipality, undecided, unreachable, [], links.Overview);
    }
}
