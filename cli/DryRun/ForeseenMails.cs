using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rettidig.Domain.Calendar;
using Rettidig.Domain.Rules;
using Rettidig.Functions.Notices;
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
        var foreseen = new List<ForeseenMail>();
        foreach (RecordedMail mail in mails)
        {
            Notice[] carried = [.. byMail[mail.Key].OrderBy(notice => notice.Key, StringComparer.Ordinal)];
            string municipality = mail.Key.Split(':')[1];
            string recipient = carried is [var first, ..]
                ? RecipientName.Shown(first.Recipient) ?? Operator
                : await ReaderAsync(mail, municipality, services.GetRequiredService<StaffBook>(), cancellation);
            foreseen.Add(new ForeseenMail(Copenhagen(mail.At), mail.Kind, municipality, recipient, [.. carried.Select(Of)]));
        }

        return foreseen;
    }

    /// <summary>A digest's reader is not in the ledger: it is whoever of the municipality's staff has the address.</summary>
    private static async Task<string> ReaderAsync(RecordedMail mail, string municipality, StaffBook book, CancellationToken cancellation) =>
        (await book.ReadAsync(municipality, cancellation)).WithAddress(mail.Address)?.Id ?? Operator;

    private static ForeseenNotice Of(Notice notice) => new(
        notice.Key, notice.Placement.Subject, notice.DutyId, RuleBook.TitleOf(notice.DutyId), notice.Occurrence, notice.Due, notice.Step, notice.Role);

    private static DateTimeOffset Copenhagen(DateTimeOffset moment) =>
        Instant.FromDateTimeOffset(moment).InZone(CopenhagenTime.Zone).ToDateTimeOffset();
}
