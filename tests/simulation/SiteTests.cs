using Microsoft.Extensions.DependencyInjection;
using Rettidig.Domain.Agendas;
using Rettidig.Functions.Mail;
using Rettidig.Functions.Notices;

namespace Rettidig.Simulation.Tests;

public sealed class SiteTests
{
    [Fact]
    public async Task A_site_gets_a_link_and_not_a_word_about_the_case()
    {
        using var rules = new RulesWithSiteNotices();
        await using SimulatedMunicipality municipality = await SimulatedMunicipality.StartAsync("2026-03-02", settings: rules.Setting);
        await municipality.SendAsync("placement.decided", SimulatedMunicipality.Decided("2026-03-02"));
        await municipality.SendAsync("placement.started", SimulatedMunicipality.Started("2026-03-02", siteMail: "plejefamilie@example.dk"));

        await municipality.DayAsync("2026-03-04");

        MailMessage mail = Assert.Single(municipality.Mails.To("plejefamilie@example.dk"));
        Assert.Equal(MailKind.SiteNotice, mail.Kind);
        Assert.DoesNotContain("P-1", mail.Subject + mail.Text + mail.Html, StringComparison.Ordinal);
        Assert.Contains("/s/", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_without_an_address_is_told_to_the_operator()
    {
        using var rules = new RulesWithSiteNotices();
        await using SimulatedMunicipality municipality = await SimulatedMunicipality.StartAsync("2026-03-02", settings: rules.Setting);
        await municipality.PlaceAsync("2026-03-02");

        await municipality.DayAsync("2026-03-04");

        Notice notice = Assert.Single(await municipality.NoticesAsync(), notice => notice.Role == Role.Site);
        Assert.Equal((NoticeState.Failed, "ingen adresse"), (notice.State, notice.Reason));
        Assert.Contains(municipality.Mails.To("drift@kommune.dk"), mail => mail.Text.Contains("S-1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_mail_to_a_site_that_had_no_answer_is_told_of_without_naming_the_site()
    {
        using var rules = new RulesWithSiteNotices();
        await using SimulatedMunicipality municipality = await SimulatedMunicipality.StartAsync("2026-03-02", settings: rules.Setting);
        int tries = 0;
        municipality.Mails.Answer = mail => mail.Kind == MailKind.SiteNotice && tries++ == 0 ? new MailOutcome.Ambiguous("intet svar") : new MailOutcome.Sent();
        await municipality.SendAsync("placement.decided", SimulatedMunicipality.Decided("2026-03-02"));
        await municipality.SendAsync("placement.started", SimulatedMunicipality.Started("2026-03-02", siteMail: "plejefamilie@example.dk"));

        await municipality.DayAsync("2026-03-04");

        Assert.Equal(2, tries);
        UncertainMail told = Assert.Single(await municipality.Services.GetRequiredService<UncertainMails>().ReadAsync("101", CancellationToken.None));
        Assert.Equal((MailKind.SiteNotice, null, UncertainFate.SentAgain), (told.Kind, told.Recipient, told.Fate));
    }

    [Fact]
    public async Task Until_a_municipality_turns_it_on_no_site_gets_anything()
    {
        await using SimulatedMunicipality municipality = await SimulatedMunicipality.StartAsync("2026-03-02");
        await municipality.SendAsync("placement.decided", SimulatedMunicipality.Decided("2026-03-02"));
        await municipality.SendAsync("placement.started", SimulatedMunicipality.Started("2026-03-02", siteMail: "plejefamilie@example.dk"));

        await municipality.DayAsync("2026-03-20");

        Assert.Empty(municipality.Mails.To("plejefamilie@example.dk"));
    }

    private sealed class RulesWithSiteNotices : IDisposable
    {
        private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("rettidig-rules-");

        public RulesWithSiteNotices() => File.WriteAllText(Path.Combine(folder.FullName, "101.json"), """{"siteNotices": true}""");

        public string Setting => $"--Rules={folder.FullName}";

        public void Dispose() => folder.Delete(recursive: true);
    }
}
