using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rettidig.Domain;
using Rettidig.Domain.Calendar;
using Rettidig.Domain.Rules;
using Rettidig.Functions.Notices;
using Rettidig.Functions.Placements;
using Rettidig.Functions.Recipients;

namespace Rettidig.Cli.DryRun;

/// <summary>Puts the mails together with what the ledger says they carried and to whom.</summary>
internal static class ForeseenMails
{
    private const string Operator = "operator";

    public static async Task<IReadOnlyList<ForeseenMail>> OfAsync(
        IReadOnlyList<RecordedMail> mails, IServiceProvider services, Instant since, CancellationToken cancellation)
    {
        List<Notice> notices = await services.GetRequiredService<NoticeLedger>().TriedSinceAsync(since, cancellation).ToListAsync(cancellation);
        ILookup<string?, Notice> byMail = notices.ToLookup(notice => notice.Mail, StringComparer.Ordinal);
        Dictionary<PlacementKey, IReadOnlyDictionary<string, string>> titles = await TitlesAsync(notices, services.GetRequiredService<Obligations>(), cancellation);
        var foreseen = new List<ForeseenMail>();
        foreach (RecordedMail mail in mails)
        {
            Notice[] carried = [.. byMail[mail.Key].OrderBy(notice => notice.Key, StringComparer.Ordinal)];
            string municipality = mail.Key.Split(':')[1];
            string recipient = carried is [var first, ..]
                ? RecipientName.Shown(first.Recipient) ?? Operator
                : await ReaderAsync(mail, municipality, services.GetRequiredService<StaffBook>(), cancellation);
            foreseen.Add(new ForeseenMail(Copenhagen(mail.At), mail.Kind, municipality, recipient, [.. carried.Select(notice => Of(notice, titles[notice.Placement]))]));
        }

        return foreseen;
    }

    /// <summary>A digest's reader is not in the ledger: it is whoever of the municipality's staff has the address.</summary>
    private static async Task<string> ReaderAsync(RecordedMail mail, string municipality, StaffBook book, CancellationToken cancellation) =>
        (await book.ReadAsync(municipality, cancellation)).WithAddress(mail.Address)?.Id ?? Operator;

    private static async Task<Dictionary<PlacementKey, IReadOnlyDictionary<string, string>>> TitlesAsync(
        IEnumerable<Notice> notices, Obligations obligations, CancellationToken cancellation)
    {
        var titles = new Dictionary<PlacementKey, IReadOnlyDictionary<string, string>>();
        foreach (PlacementKey placement in notices.Select(notice => notice.Placement).Distinct())
        {
            titles[placement] = await obligations.TitlesAsync(placement, cancellation);
        }

        return titles;
    }

    /// <summary>What is told of outside the ladder has no obligation, and the duty's title.</summary>
    private static ForeseenNotice Of(Notice notice, IReadOnlyDictionary<string, string> titles) => new(
        notice.Key, notice.Placement.Subject, notice.DutyId, titles.GetValueOrDefault($"{notice.DutyId}:{notice.Occurrence}") ?? RuleBook.TitleOf(notice.DutyId), notice.Occurrence, notice.Due, notice.Step, notice.Role);

    private static DateTimeOffset Copenhagen(DateTimeOffset moment) =>
        Instant.FromDateTimeOffset(moment).InZone(CopenhagenTime.Zone).ToDateTimeOffset();
}
