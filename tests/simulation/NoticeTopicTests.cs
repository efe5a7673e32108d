using System.Text.Json.Nodes;
using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Rettidig.Functions.Notices;
using Rettidig.Functions.Settings;
using Rettidig.Tests.Node;

namespace Rettidig.Simulation.Tests;

/// <summary>Notices as events on the topic <c>notices</c>, as a case system that shows them reads them.</summary>
public sealed class NoticeTopicTests
{
    [Fact]
    public async Task Every_notice_leaves_once_as_an_event_that_is_valid_by_its_schema()
    {
        await using SimulatedMunicipality municipality = await SimulatedMunicipality.StartAsync("2026-03-02");
        await municipality.PlaceAsync("2026-03-02");
        var events = new List<JsonNode>();
        foreach (string day in new[] { "2026-03-13", "2026-03-25", "2026-04-07", "2026-04-20" })
        {
            // What nobody fetches for two weeks is gone.
            await municipality.DayAsync(day);
            events = [.. events, .. await FetchAsync(municipality)];
        }

        string[] called = [.. (await municipality.NoticesAsync()).Where(notice => notice.State != NoticeState.Superseded).Select(notice => notice.Key).Order(StringComparer.Ordinal)];
        Assert.NotEmpty(called);
        Assert.Equal(called, DueKeys(events));
        Assert.All(await FaultsAsync(events), fault => Assert.Equal("", fault));
    }

    [Fact]
    public async Task An_event_says_what_is_due_when_and_for_whom()
    {
        await using SimulatedMunicipality municipality = await SimulatedMunicipality.StartAsync("2026-03-02", settings: "--Notices:Source=urn:kommune:101:rettidig");
        await municipality.PlaceAsync("2026-03-02");

        JsonNode notice = Assert.Single(await EventsAsync(municipality), candidate => (string?)candidate["data"]!["duty"] == "support-person-offer");

        Assert.Equal(("dk.rettidig.notice.due.v1", "urn:kommune:101:rettidig", "101/P-1"), ((string?)notice["type"], (string?)notice["source"], (string?)notice["subject"]));
        Assert.Equal("2026-03-02T08:00:00Z", (string?)notice["time"]);
        Assert.Equal(
            ("Tilbud om støtteperson", "due", "caseworker", "F-1", "2026-03-02"),
            ((string?)notice["data"]!["title"], (string?)notice["data"]!["step"], (string?)notice["data"]!["role"], (string?)notice["data"]!["custodyHolder"], (string?)notice["data"]!["dueOn"]));
    }

    [Fact]
    public async Task A_notice_that_is_done_with_before_its_mail_went_is_withdrawn()
    {
        await using SimulatedMunicipality municipality = await SimulatedMunicipality.StartAsync("2026-03-02");
        await municipality.DayAsync("2026-03-02", 17);
        await municipality.PlaceAsync("2026-03-02");
        await municipality.DayAsync("2026-03-03", 6, 30);
        await municipality.SendAsync("support-person.offered", new { custodyHolder = "F-1", offeredOn = "2026-03-02" });

        IReadOnlyList<JsonNode> events = [.. (await EventsAsync(municipality)).Where(notice => (string?)notice["data"]!["duty"] == "support-person-offer")];

        Assert.Equal(["dk.rettidig.notice.due.v1", "dk.rettidig.notice.withdrawn.v1"], events.Select(notice => (string?)notice["type"]));
        Assert.Single(events.Select(notice => (string?)notice["data"]!["notice"]).Distinct());
        Assert.Distinct(events.Select(notice => (string?)notice["id"]));
        Assert.All(await FaultsAsync(events), fault => Assert.Equal("", fault));
    }

    [Fact]
    public async Task A_municipality_whose_case_system_shows_none_turns_them_off()
    {
        await using SimulatedMunicipality municipality = await SimulatedMunicipality.StartAsync("2026-03-02", settings: "--Notices:Publish=false");
        await municipality.PlaceAsync("2026-03-02");

        Assert.NotEmpty(await municipality.NoticesAsync());
        Assert.Empty(await EventsAsync(municipality));
    }

    [Fact]
    public async Task A_bus_that_takes_nothing_holds_up_no_mail_and_is_told_at_the_next_look()
    {
        bool away = true;
        await using SimulatedMunicipality municipality = await SimulatedMunicipality.StartAsync("2026-03-02", change: services => services.AddSingleton(provider => new NoticeTopic(
            new UnreliableBus(provider.GetRequiredService<ServiceBusClient>(), () => away), provider.GetRequiredService<NoticeSettings>(), provider.GetRequiredService<ILogger<NoticeTopic>>())));
        await municipality.PlaceAsync("2026-03-02");
        await municipality.DayAsync("2026-03-03", 12);
        Assert.NotEmpty(municipality.Mails.To("sb-1@kommune.dk"));
        Assert.Empty(await EventsAsync(municipality));

        away = false;
        await municipality.DayAsync("2026-03-05", 12);

        IReadOnlyList<JsonNode> events = await EventsAsync(municipality);
        string[] called = [.. (await municipality.NoticesAsync()).Where(notice => notice.State != NoticeState.Superseded).Select(notice => notice.Key).Order(StringComparer.Ordinal)];
        Assert.Equal(called, DueKeys(events));
        Assert.DoesNotContain(await municipality.NoticesAsync(), notice => notice.Untold);
    }

    private sealed class UnreliableBus(ServiceBusClient real, Func<bool> isAway) : ServiceBusClient
    {
        public override ServiceBusSender CreateSender(string queueOrTopicName) => new UnreliableSender(real.CreateSender(queueOrTopicName), isAway);
    }

    private sealed class UnreliableSender(ServiceBusSender real, Func<bool> isAway) : ServiceBusSender
    {
        public override Task SendMessagesAsync(IEnumerable<ServiceBusMessage> messages, CancellationToken cancellationToken = default) =>
            isAway() ? throw new ServiceBusException("away", ServiceBusFailureReason.MessagingEntityNotFound) : real.SendMessagesAsync(messages, cancellationToken);

        public override ValueTask DisposeAsync() => real.DisposeAsync();
    }

    private static IEnumerable<string?> DueKeys(IEnumerable<JsonNode> events) =>
        events.Where(notice => (string?)notice["type"] == "dk.rettidig.notice.due.v1").Select(notice => (string?)notice["data"]!["notice"]).Order(StringComparer.Ordinal);

    private static async Task<IReadOnlyList<JsonNode>> FetchAsync(SimulatedMunicipality municipality)
    {
        await using ServiceBusReceiver receiver = municipality.Services.GetRequiredService<ServiceBusClient>().CreateReceiver("notices", "advis");
        IReadOnlyList<ServiceBusReceivedMessage> messages = await receiver.ReceiveMessagesAsync(1000, TimeSpan.Zero);
        foreach (ServiceBusReceivedMessage message in messages)
        {
            await receiver.CompleteMessageAsync(message);
        }

        return [.. messages.Select(message => JsonNode.Parse(message.Body.ToString())!)];
    }

    private static async Task<IReadOnlyList<JsonNode>> EventsAsync(SimulatedMunicipality municipality)
    {
        await using ServiceBusReceiver receiver = municipality.Services.GetRequiredService<ServiceBusClient>().CreateReceiver("notices", "advis");
        IReadOnlyList<ServiceBusReceivedMessage> messages = await receiver.PeekMessagesAsync(1000);
        Assert.All(messages, message => Assert.Equal("application/cloudevents+json", message.ContentType));
        return [.. messages.Select(message => JsonNode.Parse(message.Body.ToString())!)];
    }

    private static Task<IReadOnlyList<string>> FaultsAsync(IEnumerable<JsonNode> events)
    {
        Dictionary<string, string> schemas = Directory.GetFiles(Path.Combine(Checkout.Root, "docs", "schemas"), "notice.*.json").ToDictionary(file => Path.GetFileName(file)!, File.ReadAllText);
        return Ajv.FaultsAsync(schemas, events.Select(notice => (((string)notice["type"]!)["dk.rettidig.".Length..] + ".json", notice.ToJsonString())));
    }
}
