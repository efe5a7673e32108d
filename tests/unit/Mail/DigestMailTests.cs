using NodaTime;
using Rettidig.Functions.Mail;
using static Rettidig.Unit.Tests.Mail.MailSamples;

namespace Rettidig.Unit.Tests.Mail;

public class DigestMailTests
{
    [Fact]
    public void The_subject_names_the_week_and_counts()
    {
        DigestMail mail = Digest([Late(3, fresh: true), Late(40), Late(20)], [Late(0), Late(-14)]);

        Assert.Equal("Rettidig, uge 49: 3 frister er overskredet (1 ny), 2 forfalder inden 14 dage", mail.Subject);
    }

    [Theory]
    [InlineData(13, "under 2 uger")]
    [InlineData(14, "2–4 uger")]
    [InlineData(28, "2–4 uger")]
    [InlineData(29, "over 4 uger")]
    public async Task What_is_still_late_is_grouped_by_age(int days, string group)
    {
        MailMessage mail = await ComposeAsync(Digest([Late(days)]));

        Assert.Contains($"STADIG OVERSKREDET, {group.ToUpperInvariant()} (1)", mail.Text, StringComparison.Ordinal);
        Assert.Contains($"Stadig overskredet, {group} (1)", Words(mail), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_became_late_this_week_stands_apart()
    {
        MailMessage mail = await ComposeAsync(Digest([Late(3, fresh: true)]));

        Assert.Contains("Overskredet siden sidst (1)", Words(mail), StringComparison.Ordinal);
        Assert.DoesNotContain("Stadig overskredet", Words(mail), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_trend_is_told_against_the_week_before()
    {
        MailMessage mail = await ComposeAsync(Digest([Late(3), Late(4)], [Late(0)], new DigestTotals(Overdue: 5, Escalated: 0, DueSoon: 0, Chases: 0)));

        Assert.Matches(@"Overskredet +2   3 færre end sidst", mail.Text);
        Assert.Matches(@"Forfalder inden 14 dage +1   1 flere end sidst", mail.Text);
        Assert.Matches(@"Heraf eskaleret +0   uændret", mail.Text);
    }

    [Fact]
    public async Task The_first_digest_has_no_trend()
    {
        MailMessage mail = await ComposeAsync(Digest([Late(3)]));

        Assert.DoesNotContain("end sidst", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_caseworker_has_a_line_with_the_most_burdened_first()
    {
        MailMessage mail = await ComposeAsync(Digest(
            [Late(3, "sb-1"), Late(20, "sb-2", escalated: true), Late(40, "sb-2")], [Late(0, "sb-1"), Late(-2, "sb-3")]));

        string[][] rows = [.. Open(mail.Html).QuerySelectorAll("table").First(table => table.TextContent.Contains("Navn", StringComparison.Ordinal) && table.QuerySelector("table") is null)
            .QuerySelectorAll("tr").Skip(1).Select(row => row.Children.Select(cell => cell.TextContent.Trim()).ToArray())];
        Assert.Equal([["Navn sb-2 sb-2", "2", "1", "0"], ["Navn sb-1 sb-1", "1", "0", "1"], ["Navn sb-3 sb-3", "0", "0", "1"]], rows);
    }

    [Fact]
    public async Task What_was_escalated_stays_marked()
    {
        MailMessage mail = await ComposeAsync(Digest([Late(20, escalated: true), Late(21)]));

        Assert.Matches(@"13-11-2026 \(!\) Tilsynsbesøg", mail.Text);
        Assert.Matches(@"12-11-2026     Tilsynsbesøg", mail.Text);
    }

    [Fact]
    public async Task Sites_that_asked_for_a_plan_are_listed_with_how_often()
    {
        DigestMail digest = Digest([Late(3)]) with
        {
            Chases = [new DigestChase("P-9", "sted-4", 2, new LocalDate(2026, 12, 1), Overview)],
        };

        MailMessage mail = await ComposeAsync(digest);

        Assert.Contains("2 gange, senest 01-12-2026", mail.Text, StringComparison.Ordinal);
        Assert.Contains("2 gange, senest 01-12-2026", Words(mail), StringComparison.Ordinal);
        Assert.Equal(1, digest.Totals.Chases);
    }

    [Fact]
    public async Task A_list_of_many_is_cut_and_the_rest_counted()
    {
        MailMessage mail = await ComposeAsync(Digest([.. Enumerable.Range(29, 20).Select(days => Late(days))]));

        Assert.Contains("… og 5 mere. Se dem alle i Rettidig.", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Good_news_is_told_too()
    {
        MailMessage mail = await ComposeAsync(new AllOnTimeMail(Today, "Team Syd", 17, 1, Overview));

        Assert.Equal("Rettidig: Alt er rettidigt", mail.Subject);
        Assert.Contains("Ingen frister er overskredet i Team Syd (17 åbne anbringelser).", mail.Text, StringComparison.Ordinal);
        Assert.Contains("1 frist forfalder inden for de næste 14 dage.", Words(mail), StringComparison.Ordinal);
    }
}
