using System.Text;
using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.DependencyInjection;
using Rettidig.Functions.Notices;

namespace Rettidig.Simulation.Tests;

public sealed class EventTests
{
    [Fact]
    public async Task An_event_sent_twice_changes_nothing()
    {
        await using SimulatedMunicipality once = await SimulatedMunicipality.StartAsync("2026-03-02");
        await using SimulatedMunicipality twice = await SimulatedMunicipality.StartAsync("2026-03-02");
        foreach (SimulatedMunicipality municipality in new[] { once, twice })
        {
            await municipality.PlaceAsync("2026-03-02");
            await municipality.SendAsync("support-person.offered", new { custodyHolder = "F-1", offeredOn = "2026-03-02" }, id: "tilbud-1");
        }

        await twice.SendAsync("support-person.offered", new { custodyHolder = "F-1", offeredOn = "2026-03-02" }, id: "tilbud-1");
        await once.DayAsync("2026-06-15");
        await twice.DayAsync("2026-06-15");

        Assert.Single(await twice.ObligationsOfAsync("support-person-answer"));
        Assert.Equal(await ToldAsync(once), await ToldAsync(twice));
        Assert.Equal(once.Mails.Sent.Select(mail => mail.Key), twice.Mails.Sent.Select(mail => mail.Key));
    }

    [Fact]
    public async Task Events_in_any_order_give_the_same_notices()
    {
        (string Name, object Data, string Id)[] events =
        [
            ("placement.decided", SimulatedMunicipality.Decided("2026-03-02"), "a"),
            ("placement.started", SimulatedMunicipality.Started("2026-03-02"), "b"),
            ("support-person.offered", new { custodyHolder = "F-1", offeredOn = "2026-03-02" }, "c"),
            ("support-person.answered", new { custodyHolder = "F-1", answeredOn = "2026-03-02", answer = "declined" }, "d"),
            ("child-plan.chased", new { chasedOn = "2026-03-02", site = "S-1" }, "e"),
        ];
        await using SimulatedMunicipality forwards = await SimulatedMunicipality.StartAsync("2026-03-02");
        await using SimulatedMunicipality backwards = await SimulatedMunicipality.StartAsync("2026-03-02");
        foreach (var (name, data, id) in events)
        {
            await forwards.SendAsync(name, data, id: id);
        }

        foreach (var (name, data, id) in events.Reverse())
        {
            await backwards.SendAsync(name, data, id: id);
        }

        await forwards.DayAsync("2026-07-01");
        await backwards.DayAsync("2026-07-01");

        Assert.NotEmpty(await ToldAsync(forwards));
        Assert.Equal(await ToldAsync(forwards), await ToldAsync(backwards));
    }

    [Fact]
    public async Task A_refused_event_is_dead_lettered_and_the_next_one_goes_on()
    {
        await using SimulatedMunicipality municipality = await SimulatedMunicipality.StartAsync("2026-03-02");
        await municipality.SendAsync("placement.started", new { startedOn = "2. marts" });
        await municipality.PlaceAsync("2026-03-02");

        await using ServiceBusReceiver receiver = municipality.Services.GetRequiredService<ServiceBusClient>().CreateReceiver(
            "placement-events", "rettidig", new ServiceBusReceiverOptions { SubQueue = SubQueue.DeadLetter });
        ServiceBusReceivedMessage letter = Assert.IsType<ServiceBusReceivedMessage>(await receiver.PeekMessageAsync());

        Assert.Equal("malformed-field", letter.DeadLetterReason);
        Assert.Contains("data.startedOn", letter.DeadLetterErrorDescription, StringComparison.Ordinal);
        Assert.Contains("Forventet", letter.DeadLetterErrorDescription, StringComparison.Ordinal);
        Assert.DoesNotContain("2. marts", letter.DeadLetterErrorDescription, StringComparison.Ordinal);
        Assert.NotEmpty(await municipality.ObligationsOfAsync("first-review"));
    }

    [Fact]
    public async Task An_event_with_a_personal_number_is_refused_and_leaves_no_trace()
    {
        await using SimulatedMunicipality municipality = await SimulatedMunicipality.StartAsync("2026-03-02");
        await municipality.SendAsync("placement.decided", SimulatedMunicipality.Decided("2026-03-02", caseworker: "040518-1234"));

        Assert.Empty(await municipality.ObligationsAsync());
        await using ServiceBusReceiver receiver = municipality.Services.GetRequiredService<ServiceBusClient>().CreateReceiver(
            "placement-events", "rettidig", new ServiceBusReceiverOptions { SubQueue = SubQueue.DeadLetter });
        Assert.Equal("personal-number", (await receiver.PeekMessageAsync())?.DeadLetterReason);
    }

    private static async Task<string> ToldAsync(SimulatedMunicipality municipality)
    {
        var text = new StringBuilder();
        foreach (Notice notice in (await municipality.NoticesAsync()).Where(notice => notice.SentAt is not null))
        {
            text.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"{notice.Key} {notice.State} {notice.Recipient} {notice.SentAt}");
        }

        return text.ToString();
    }
}
