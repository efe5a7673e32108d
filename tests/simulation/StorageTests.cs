using System.Net;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using Rettidig.Domain.Agendas;
using Rettidig.Functions.Mail;
using Rettidig.Functions.Notices;
using Rettidig.Functions.Settings;
using Rettidig.Tests.Node;

namespace Rettidig.Simulation.Tests;

/// <summary>The state in a Table service, the engine on this machine: as the service runs in Azure.</summary>
public sealed class StorageTests
{
    [Fact]
    public async Task A_placement_goes_the_same_way_with_its_state_in_a_storage_account()
    {
        using Azurite azurite = await Azurite.StartAsync();

        string embedded = await StoryAsync();
        string account = await StoryAsync($"--Storage={azurite.ConnectionString}");

        Assert.Contains("reminder:101:sb-1:2026-03-16", embedded, StringComparison.Ordinal);
        Assert.Contains("digest:101:chef-1", embedded, StringComparison.Ordinal);
        Assert.Equal(embedded, account);
    }

    /// <summary>The service does what it is asked, and the answer is lost on the way: the client asks again, and is told that it has been done.</summary>
    [Fact]
    public async Task Answers_of_the_storage_that_are_lost_lose_no_notice_and_send_no_mail_twice()
    {
        using Azurite azurite = await Azurite.StartAsync();
        var wire = new HttpClientTransport(new HttpClient(new LosingAnswers(every: 11)));
        var options = new TableClientOptions { Transport = wire, Retry = { Delay = TimeSpan.Zero, MaxDelay = TimeSpan.Zero } };
        await using SimulatedMunicipality undisturbed = await SimulatedMunicipality.StartAsync("2026-03-02");
        await using SimulatedMunicipality disturbed = await SimulatedMunicipality.StartAsync(
            "2026-03-02", change: services => services.AddSingleton(new TableServiceClient(azurite.ConnectionString, options)));

        foreach (SimulatedMunicipality municipality in new[] { undisturbed, disturbed })
        {
            await municipality.PlaceAsync("2026-03-02");
            await municipality.DayAsync("2026-03-18");
        }

        Assert.Equal(await OutcomeAsync(undisturbed), await OutcomeAsync(disturbed));
        Assert.Equal(MailsOf(undisturbed), MailsOf(disturbed));
    }

    [Fact]
    public async Task A_storage_account_that_does_not_know_the_key_ends_the_start_with_a_sentence()
    {
        string connection = $"AccountName=devstoreaccount1;AccountKey={Convert.ToBase64String("another key"u8)};TableEndpoint={(await Azurite.SharedAsync()).Endpoint}";

        SettingException refusal = await Assert.ThrowsAsync<SettingException>(() => SimulatedMunicipality.StartAsync(settings: $"--Storage={connection}"));

        Assert.Contains("Storage", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("403", refusal.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<string> MailsOf(SimulatedMunicipality municipality) => municipality.Mails.Sent.Select(mail => $"{mail.Key} {mail.To.Address}");

    private static async Task<IEnumerable<string>> OutcomeAsync(SimulatedMunicipality municipality) =>
        (await municipality.NoticesAsync()).Select(notice => $"{notice.Key} {notice.State} {notice.Recipient}").Order(StringComparer.Ordinal);

    /// <summary>Three weeks of a placement with a double, a late fact, a refused one, an end and what comes after it, told as everything that came of it.</summary>
    private static async Task<string> StoryAsync(params string[] settings)
    {
        await using SimulatedMunicipality municipality = await SimulatedMunicipality.StartAsync(
            "2026-03-02", settings: ["--SiteLinks:Key=links of this test are signed with this", .. settings]);
        await municipality.PlaceAsync("2026-03-02");
        await municipality.SendAsync("support-person.offered", new { custodyHolder = "F-1", offeredOn = "2026-03-02" }, id: "twice");
        await municipality.SendAsync("support-person.offered", new { custodyHolder = "F-1", offeredOn = "2026-03-02" }, id: "twice");
        await municipality.SendAsync("support-person.offered", new { custodyHolder = "no such reference!", offeredOn = "2026-03-02" });
        await municipality.DayAsync("2026-03-13");
        await municipality.SendAsync("child-plan.adopted", new { adoptedOn = "2026-03-05", version = "1", kind = "barnets-plan", contents = new[] { "goals" } });
        await municipality.DayAsync("2026-03-20");
        await municipality.SendAsync("placement.ended", new { endedOn = "2026-03-19", reason = "returned-home" });
        await municipality.DayAsync("2026-03-24");
        return string.Join('\n', await ToldAsync(municipality));
    }

    private static async Task<IEnumerable<string>> ToldAsync(SimulatedMunicipality municipality)
    {
        IReadOnlyList<Obligation> obligations = await municipality.ObligationsAsync();
        IReadOnlyList<Notice> notices = await municipality.NoticesAsync();
        IReadOnlyList<MailMessage> mails = municipality.Mails.Sent;
        return
        [
            .. obligations.Select(obligation => $"{obligation.DutyId} {obligation.Occurrence} {obligation.Due} {obligation.Status}").Order(StringComparer.Ordinal),
            .. notices.Select(notice => $"{notice.Key} {notice.State} {notice.Recipient} {notice.Attempts}").Order(StringComparer.Ordinal),
            .. mails.Select(mail => $"{mail.Key} {mail.To.Address} {mail.Subject}\n{mail.Text}"),
        ];
    }

    private sealed class LosingAnswers(int every) : DelegatingHandler(new SocketsHttpHandler())
    {
        private int asked;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpResponseMessage answer = await base.SendAsync(request, cancellationToken);
            return Interlocked.Increment(ref asked) % every == 0 ? new HttpResponseMessage(HttpStatusCode.ServiceUnavailable) : answer;
        }
    }
}
