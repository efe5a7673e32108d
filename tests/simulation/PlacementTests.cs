using NodaTime;
using Rettidig.Domain.Agendas;
using Rettidig.Functions.Notices;

namespace Rettidig.Simulation.Tests;

public sealed class PlacementTests
{
    [Fact]
    public async Task A_declined_offer_is_renewed_after_one_month()
    {
        await using SimulatedMunicipality municipality = await SimulatedMunicipality.StartAsync("2026-03-02");
        await municipality.PlaceAsync("2026-03-02");
        await municipality.SendAsync("support-person.offered", new { custodyHolder = "F-1", offeredOn = "2026-03-02" });
        await municipality.DayAsync("2026-03-05");
        await municipality.SendAsync("support-person.answered", new { custodyHolder = "F-1", answeredOn = "2026-03-05", answer = "declined" });

        await municipality.DayAsync("2026-04-07");

        Obligation again = Assert.Single(await municipality.ObligationsOfAsync("support-person-reoffer"));
        Assert.Equal(new LocalDate(2026, 4, 5), again.Due);
        Assert.Equal(ObligationStatus.Overdue, again.Status);
        Notice early = Assert.Single(await municipality.NoticesAsync(), notice => notice is { DutyId: "support-person-reoffer", Step: StepName.RemindEarly });
        Assert.Equal((NoticeState.Sent, "sb-1"), (early.State, early.Recipient));
    }

    [Fact]
    public async Task After_the_placement_ended_nothing_more_is_sent()
    {
        await using SimulatedMunicipality municipality = await SimulatedMunicipality.StartAsync("2026-03-02");
        await municipality.PlaceAsync("2026-03-02");
        await municipality.DayAsync("2026-03-10");
        await municipality.SendAsync("placement.ended", new { endedOn = "2026-03-10", reason = "returned-home" });
        int before = municipality.Mails.To("sb-1@kommune.dk").Count;

        await municipality.DayAsync("2026-09-01");

        Assert.NotEqual(0, before);
        Assert.Equal(before, municipality.Mails.To("sb-1@kommune.dk").Count);
        Assert.DoesNotContain(await municipality.NoticesAsync(), notice => notice.State == NoticeState.Pending);
        Assert.All(await municipality.ObligationsAsync(), obligation => Assert.False(obligation.IsOpen));
    }
}
