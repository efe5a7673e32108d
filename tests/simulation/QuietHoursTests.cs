using Rettidig.Functions.Mail;

namespace Rettidig.Simulation.Tests;

/// <summary>When a municipality lets no mail go, none goes.</summary>
public sealed class QuietHoursTests
{
    [Fact]
    public async Task The_morning_mail_waits_until_the_quiet_hours_are_over()
    {
        using var rules = new ChosenRules("""{"quietHours": {"from": "15:00", "to": "08:30"}, "digestTime": "09:00"}""");
        await using SimulatedMunicipality municipality = await SimulatedMunicipality.StartAsync("2026-03-02", settings: rules.Setting);
        await municipality.PlaceAsync("2026-03-02");

        await municipality.DayAsync("2026-04-01");

        Assert.NotEmpty(municipality.Mails.Sent);
        Assert.All(municipality.Mails.Sent, mail => Assert.InRange(Clock(mail), new TimeSpan(8, 30, 0), new TimeSpan(15, 0, 0)));
    }

    [Fact]
    public async Task On_a_quiet_day_nobody_gets_mail_and_nothing_is_lost()
    {
        using var rules = new ChosenRules("""{"quietHours": {"days": ["friday"], "dates": ["2026-03-16"]}}""");
        await using SimulatedMunicipality municipality = await SimulatedMunicipality.StartAsync("2026-03-02", settings: rules.Setting);
        await municipality.PlaceAsync("2026-03-02"); // grief support and information are due Monday 16 March

        await municipality.DayAsync("2026-04-01");

        Assert.DoesNotContain(municipality.Mails.Sent, mail => Local(mail) is var at && (at.DayOfWeek == DayOfWeek.Friday || at.Date == new DateTime(2026, 3, 16)));
        Assert.Contains(municipality.Mails.To("sb-1@kommune.dk"), mail => Local(mail).Date == new DateTime(2026, 3, 12) && mail.Text.Contains("Information til forældrene", StringComparison.Ordinal));
        Assert.DoesNotContain(await municipality.NoticesAsync(), notice => notice.State == Rettidig.Functions.Notices.NoticeState.Pending);
    }

    [Fact]
    public async Task The_digest_waits_until_a_quiet_date_is_over()
    {
        using var rules = new ChosenRules("""{"quietHours": {"dates": ["2026-03-09"]}}""");
        await using SimulatedMunicipality municipality = await SimulatedMunicipality.StartAsync("2026-03-02", settings: rules.Setting);
        await municipality.PlaceAsync("2026-03-02");

        await municipality.DayAsync("2026-03-11");

        MailMessage digest = Assert.Single(municipality.Mails.To("chef-1@kommune.dk"), mail => mail.Kind == MailKind.Digest);
        Assert.Equal(new DateTime(2026, 3, 10), Local(digest).Date);
    }

    private static TimeSpan Clock(MailMessage mail) => Local(mail).TimeOfDay;

    /// <summary>A mail is dated in Copenhagen time.</summary>
    private static DateTime Local(MailMessage mail) => mail.Date.DateTime;
}
