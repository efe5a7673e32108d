using Rettidig.Functions.Mail;

namespace Rettidig.Simulation.Tests;

public sealed class DigestTests
{
    [Fact]
    public async Task The_digest_says_what_is_newly_overdue()
    {
        await using SimulatedMunicipality municipality = await SimulatedMunicipality.StartAsync("2026-03-02");
        await municipality.DayAsync("2026-03-03");
        await municipality.PlaceAsync("2026-03-03");

        await municipality.DayAsync("2026-03-09");

        MailMessage digest = Assert.Single(municipality.Mails.To("chef-1@kommune.dk"), mail => mail.Kind == MailKind.Digest);
        Assert.Equal("digest:101:chef-1:2026-W11", digest.Key);
        Assert.Contains("Overskredet siden sidst", digest.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("P-1", digest.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_manager_with_nothing_to_chase_hears_so_once_a_month()
    {
        await using SimulatedMunicipality municipality = await SimulatedMunicipality.StartAsync("2026-03-02");
        await municipality.SendAsync("placement.decided", SimulatedMunicipality.Decided("2026-03-02"));
        await municipality.SendAsync("parents.informed", new { informedOn = "2026-03-02" });
        await municipality.SendAsync("grief-support.offered", new { offeredOn = "2026-03-02" });

        await municipality.DayAsync("2026-05-02");

        Assert.Equal(
            ["digest:101:chef-1:2026-W11", "digest:101:chef-1:2026-W15"],
            municipality.Mails.To("chef-1@kommune.dk").Where(mail => mail.Kind == MailKind.AllOnTime).Select(mail => mail.Key));
    }
}
