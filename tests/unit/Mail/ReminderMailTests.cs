using Rettidig.Domain.Agendas;
using Rettidig.Functions.Mail;
using static Rettidig.Unit.Tests.Mail.MailSamples;

namespace Rettidig.Unit.Tests.Mail;

public class ReminderMailTests
{
    [Fact]
    public void The_subject_counts_what_is_late_due_today_and_coming()
    {
        ReminderMail mail = Reminder(Item(-3), Item(-21), Item(0), Item(3), Item(14));

        Assert.Equal("Rettidig: 2 frister er overskredet, 1 forfalder i dag, 2 nærmer sig", mail.Subject);
    }

    [Theory]
    [InlineData(-1, "Rettidig: 1 frist er overskredet")]
    [InlineData(0, "Rettidig: 1 frist forfalder i dag")]
    [InlineData(1, "Rettidig: 1 frist nærmer sig")]
    public void One_is_not_many(int daysLeft, string subject) => Assert.Equal(subject, Reminder(Item(daysLeft)).Subject);

    [Fact]
    public void An_urgent_mail_says_so_first()
    {
        var mail = new ReminderMail(Today, [Item(0), Item(-1)], Overview, Urgent: true);

        Assert.Equal("Rettidig, haster i dag: 1 frist er overskredet, 1 forfalder", mail.Subject);
        Assert.Equal(MailKind.Urgent, mail.Kind);
    }

    [Fact]
    public async Task What_is_late_is_read_before_what_is_due_today_and_what_is_coming()
    {
        MailMessage mail = await ComposeAsync(Reminder(Item(14, "P-kommende"), Item(0, "P-i-dag"), Item(-3, "P-for-sent")));

        foreach (string read in new[] { mail.Text, Words(mail) })
        {
            Assert.True(At(read, "P-for-sent") < At(read, "P-i-dag"));
            Assert.True(At(read, "P-i-dag") < At(read, "P-kommende"));
        }
    }

    [Fact]
    public async Task What_has_been_escalated_is_marked_and_read_first()
    {
        MailMessage mail = await ComposeAsync(Reminder(Item(-30, "P-gammel", StepName.Overdue), Item(-14, "P-eskaleret", StepName.Escalate)));

        Assert.True(At(mail.Text, "P-eskaleret [ESKALERET]") < At(mail.Text, "P-gammel"));
        Assert.Contains("Eskaleret", Words(mail), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-21, "21 dage over fristen")]
    [InlineData(-1, "1 dag over fristen")]
    [InlineData(0, "i dag")]
    [InlineData(1, "i morgen")]
    [InlineData(3, "om 3 dage")]
    public async Task The_days_are_counted_for_the_reader(int daysLeft, string words)
    {
        MailMessage mail = await ComposeAsync(Reminder(Item(daysLeft)));

        Assert.Contains($"({words})", mail.Text, StringComparison.Ordinal);
        Assert.Contains(words, Words(mail), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_item_tells_duty_case_date_law_and_how_the_date_came_about()
    {
        MailMessage mail = await ComposeAsync(Reminder(Item(-3)));

        foreach (string part in new[] { "Første opfølgning", "P-7", "barnets lov § 95", "iværksat 30-08-2026 + 3 måneder = 30-11-2026" })
        {
            Assert.Contains(part, mail.Text, StringComparison.Ordinal);
            Assert.Contains(part, Words(mail), StringComparison.Ordinal);
        }

        Assert.Contains("Frist 30. november 2026", mail.Text, StringComparison.Ordinal);
        Assert.Contains("https://rettidig.kommune.example/placements/101/P-7", mail.Text, StringComparison.Ordinal);
        Assert.NotNull(Open(mail.Html).QuerySelector("a[href='https://rettidig.kommune.example/placements/101/P-7']"));
    }

    [Fact]
    public async Task The_law_is_named_once()
    {
        MailMessage mail = await ComposeAsync(Reminder(Item(-3) with { Explanation = "iværksat 30-08-2026 + 3 måneder = 30-11-2026, barnets lov § 95" }));

        Assert.Equal(2, mail.Text.Split("barnets lov § 95").Length);
        Assert.Equal(2, Words(mail).Split("barnets lov § 95").Length);
    }

    [Fact]
    public async Task A_section_is_not_torn_from_its_number()
    {
        IEnumerable<string> places = Enumerable.Range(0, 40).Select(i => $"{new string('x', i + 30)} efter barnets lov § 75 og mere");

        foreach (string explanation in places)
        {
            MailMessage mail = await ComposeAsync(Reminder(Item(-3) with { Explanation = explanation }));
            Assert.Contains("§ 75", mail.Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(Role.Caseworker, "sb-31", "På vegne af sagsbehandler sb-31")]
    [InlineData(Role.TeamLeader, "tl-2", "På vegne af teamleder tl-2")]
    [InlineData(Role.TeamLeader, null, "Til dig som teamleder")]
    [InlineData(Role.Manager, null, "Til dig som leder")]
    public async Task The_reader_is_told_why_the_mail_came(Role role, string? absent, string words)
    {
        MailMessage mail = await ComposeAsync(Reminder(Item(-3, role: role) with { OnBehalfOf = absent }));

        Assert.Contains(words, mail.Text, StringComparison.Ordinal);
        Assert.Contains(words, Words(mail), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_leader_reads_whose_case_it_is()
    {
        MailMessage mail = await ComposeAsync(Reminder(Item(-3, role: Role.Manager) with { Caseworker = "sb-12" }));

        Assert.Contains("Til dig som leder, sagsbehandler sb-12", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_list_is_cut_and_the_rest_counted_but_the_subject_counts_all()
    {
        MailMessage mail = await ComposeAsync(Reminder([.. Enumerable.Range(1, 100).Select(i => Item(-i, $"P-{i}"))]));

        Assert.Equal("Rettidig: 100 frister er overskredet", mail.Subject);
        Assert.Contains("… og 60 mere. Se dem alle i Rettidig.", mail.Text, StringComparison.Ordinal);
        Assert.Equal(40, Open(mail.Html).QuerySelectorAll("a[href*='/placements/']").Length);
    }

    private static int At(string text, string words) =>
        text.IndexOf(words, StringComparison.Ordinal) is var at and >= 0 ? at : throw new InvalidOperationException($"'{words}' is not in: {text}");
}
