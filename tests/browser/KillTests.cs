using Azure.Data.Tables;
using Rettidig.Browser.Tests.Service;

namespace Rettidig.Browser.Tests;

/// <summary>The service is killed in the middle of its work, again and again, and goes on as if nothing had happened.</summary>
public sealed class KillTests(Weekend weekend) : IClassFixture<Weekend>
{
    [Fact]
    public void No_event_is_missing_and_none_is_there_twice()
    {
        Assert.NotEmpty(weekend.Quiet.Events);
        Assert.Equal(weekend.Quiet.Events.Distinct(), weekend.Quiet.Events);
        Assert.Equal(weekend.Quiet.Events, weekend.Killed.Events);
    }

    [Fact]
    public void No_obligation_is_missing_and_each_stands_as_it_would_have()
    {
        Assert.NotEmpty(weekend.Quiet.Obligations);
        Assert.Equal(weekend.Quiet.Obligations, weekend.Killed.Obligations);
        Assert.Equal(weekend.Quiet.OpenList, weekend.Killed.OpenList);
    }

    [Fact]
    public void No_notice_is_missing_and_every_one_has_the_same_outcome()
    {
        Assert.Contains(weekend.Quiet.Notices, Remains.WasSent);
        Assert.Equal(weekend.Quiet.NoticeKeys, weekend.Killed.NoticeKeys);
        Assert.Equal(Outcomes(weekend.Quiet), Outcomes(weekend.Killed));
    }

    [Fact]
    public void The_weekly_digests_are_those_that_should_be()
    {
        Assert.NotEmpty(weekend.Quiet.Digests);
        Assert.Equal(weekend.Quiet.Digests, weekend.Killed.Digests);
    }

    [Fact]
    public void Undisturbed_every_mail_sets_out_once()
    {
        Assert.Equal(weekend.QuietMails.Distinct(), weekend.QuietMails);
        Assert.DoesNotContain(weekend.Quiet.Notices, notice => Remains.Ambiguous(notice) > 0);
    }

    /// <summary>
    /// The wire takes one mail at a time. A kill can hit the one on it, and the one that has just arrived but is not yet
    /// in the ledger: these, and no others, set out again.
    /// </summary>
    [Fact]
    public void At_most_the_mails_in_flight_set_out_twice_and_the_ledger_says_so()
    {
        int again = weekend.KilledMails.Count - weekend.KilledMails.Distinct().Count();

        Assert.InRange(again, 1, 2 * weekend.Kills);
        foreach (IGrouping<string, string> times in weekend.KilledMails.Where(mail => mail.StartsWith("reminder:", StringComparison.Ordinal)).GroupBy(mail => mail))
        {
            TableEntity[] carried = [.. weekend.Killed.Notices.Where(notice => notice.GetString("Mail") == times.Key)];
            Assert.NotEmpty(carried);
            Assert.Contains(carried, notice => Remains.Ambiguous(notice) >= times.Count() - 1);
        }
    }

    private static IEnumerable<string> Outcomes(Remains remains) =>
        remains.Notices.Select(notice => $"{notice.PartitionKey} {notice.RowKey} {notice.GetString("State")}").Order(StringComparer.Ordinal);
}
