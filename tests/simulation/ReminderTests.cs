using Rettidig.Domain.Agendas;
using Rettidig.Functions.Mail;
using Rettidig.Functions.Notices;

namespace Rettidig.Simulation.Tests;

public sealed class ReminderTests
{
    [Fact]
    public async Task The_morning_brings_one_mail_with_everything()
    {
        await using SimulatedMunicipality municipality = await SimulatedMunicipality.StartAsync("2026-03-02");
        await municipality.DayAsync("2026-03-02", 17);
        await municipality.PlaceAsync("2026-03-02", "P-1");
        await municipality.PlaceAsync("2026-03-02", "P-2");

        await municipality.DayAsync("2026-03-03", 6, 59);
        Assert.Empty(municipality.Mails.Sent);
        await municipality.DayAsync("2026-03-03", 7);

        MailMessage mail = Assert.Single(municipality.Mails.To("sb-1@kommune.dk"));
        Assert.Equal("reminder:101:sb-1:2026-03-03", mail.Key);
        Assert.Contains("P-1", mail.Text, StringComparison.Ordinal);
        Assert.Contains("P-2", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_statutory_duty_due_today_is_told_within_the_quarter_of_an_hour()
    {
        await using SimulatedMunicipality municipality = await SimulatedMunicipality.StartAsync("2026-03-02");
        await municipality.SendAsync("placement.decided", SimulatedMunicipality.Decided("2026-03-02"));
        await municipality.SendAsync("placement.started", SimulatedMunicipality.Started("2026-03-02"));

        await municipality.DayAsync("2026-03-02", 9, 15);

        MailMessage mail = Assert.Single(municipality.Mails.To("sb-1@kommune.dk"));
        Assert.Equal(MailKind.Urgent, mail.Kind);
        Assert.Equal("reminder:101:sb-1:2026-03-02T0915", mail.Key);
    }

    [Fact]
    public async Task An_absent_caseworkers_reminders_go_to_the_substitute()
    {
        await using SimulatedMunicipality municipality = await SimulatedMunicipality.StartAsync("2026-03-02");
        await municipality.PlaceAsync("2026-03-02");
        await municipality.DayAsync("2026-05-01");
        int before = municipality.Mails.To("sb-1@kommune.dk").Count;
        await municipality.StaffAsync("sb-1", "caseworker", leader: "tl-1", substitute: "sb-2", absentFrom: "2026-05-01", absentTo: "2026-06-30");

        await municipality.DayAsync("2026-06-01");

        Notice early = Assert.Single(await municipality.NoticesAsync(), notice => notice is { DutyId: "first-review", Step: StepName.RemindEarly });
        Assert.Equal((NoticeState.Sent, "sb-2"), (early.State, early.Recipient));
        Assert.Equal(before, municipality.Mails.To("sb-1@kommune.dk").Count);
    }

    [Fact]
    public async Task What_a_mailbox_refuses_goes_to_the_next_in_line_the_same_morning()
    {
        await using SimulatedMunicipality municipality = await SimulatedMunicipality.StartAsync("2026-03-02");
        municipality.Mails.Answer = mail => mail.To.Address.StartsWith("sb-", StringComparison.Ordinal) ? new MailOutcome.Failed("ukendt postkasse") : new MailOutcome.Sent();
        await municipality.DayAsync("2026-03-02", 17);
        await municipality.PlaceAsync("2026-03-02");

        await municipality.DayAsync("2026-03-03", 7);

        Assert.NotEmpty(municipality.Mails.To("tl-1@kommune.dk"));
        Notice due = Assert.Single(await municipality.NoticesAsync(), notice => notice is { DutyId: "support-person-offer", Step: StepName.Due });
        Assert.Equal(("tl-1", "sb-1 sb-2"), (due.Recipient, string.Join(' ', due.Tried)));
    }

    [Fact]
    public async Task Without_any_staff_the_operator_gets_the_reminders()
    {
        await using SimulatedMunicipality municipality = await SimulatedMunicipality.StartAsync("2026-03-02", withStaff: false);
        await municipality.PlaceAsync("2026-03-02");

        await municipality.DayAsync("2026-03-04");

        Assert.Contains(municipality.Mails.To("drift@kommune.dk"), mail => mail.Kind == MailKind.Reminder && mail.Text.Contains("P-1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_mail_service_that_is_away_for_an_hour_loses_nothing()
    {
        await using SimulatedMunicipality municipality = await SimulatedMunicipality.StartAsync("2026-03-02");
        int refusals = 5;
        municipality.Mails.Answer = _ => refusals-- > 0 ? new MailOutcome.Retry(null, "tjenesten svarer ikke") : new MailOutcome.Sent();
        await municipality.DayAsync("2026-03-02", 17);
        await municipality.PlaceAsync("2026-03-02");

        await municipality.DayAsync("2026-03-03", 12);

        Assert.Single(municipality.Mails.To("sb-1@kommune.dk"));
        Assert.All(await municipality.NoticesAsync(), notice => Assert.Equal(0, notice.Ambiguous));
        Assert.DoesNotContain(await municipality.NoticesAsync(), notice => notice.Waits);
    }

    [Fact]
    public async Task A_mail_that_may_have_gone_is_sent_once_more_and_counted()
    {
        await using SimulatedMunicipality municipality = await SimulatedMunicipality.StartAsync("2026-03-02");
        bool lost = false;
        municipality.Mails.Answer = _ =>
        {
            bool first = !lost;
            lost = true;
            return first ? new MailOutcome.Ambiguous("svaret gik tabt") : new MailOutcome.Sent();
        };
        await municipality.DayAsync("2026-03-02", 17);
        await municipality.PlaceAsync("2026-03-02");

        await municipality.DayAsync("2026-03-03", 12);

        Assert.Single(municipality.Mails.To("sb-1@kommune.dk"));
        Assert.Contains(await municipality.NoticesAsync(), notice => notice is { State: NoticeState.Sent, Ambiguous: 1, Attempts: 2 });
    }

    [Fact]
    public async Task Facts_without_a_decision_are_told_to_the_operator_the_next_working_day()
    {
        await using SimulatedMunicipality municipality = await SimulatedMunicipality.StartAsync("2026-03-06");
        await municipality.SendAsync("placement.started", SimulatedMunicipality.Started("2026-03-06"));

        await municipality.DayAsync("2026-03-08");
        Assert.Empty(municipality.Mails.Sent);
        await municipality.DayAsync("2026-03-09");

        MailMessage mail = Assert.Single(municipality.Mails.To("drift@kommune.dk"));
        Assert.Equal(MailKind.Operator, mail.Kind);
        Assert.Contains("P-1", mail.Text, StringComparison.Ordinal);
    }
}
