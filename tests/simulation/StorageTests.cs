using Rettidig.Domain.Agendas;
using Rettidig.Functions.Mail;
using Rettidig.Functions.Notices;
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

    /// <summary>Five weeks of a placement with a double, a late fact, a refused one, an end and what comes after it, told as everything that came of it.</summary>
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
        await municipality.DayAsync("2026-04-02");
        await municipality.SendAsync("placement.ended", new { endedOn = "2026-04-01", reason = "returned-home" });
        await municipality.DayAsync("2026-04-07");
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
}
