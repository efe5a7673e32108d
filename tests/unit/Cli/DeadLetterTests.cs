using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Rettidig.Cli.Terminal;
using Rettidig.SelfHost.Bus;
using Rettidig.SelfHost.Storage;

namespace Rettidig.Unit.Tests.Cli;

/// <summary><c>rettidig deadletter</c> against a bus over HTTP, without the service.</summary>
public sealed class DeadLetterTests : IAsyncLifetime
{
    private static readonly BusAddress Events = new("placement-events", "rettidig");

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("rettidig-test-");
    private readonly StringWriter output = new();
    private readonly StringWriter errors = new();
    private SqliteStore store = null!;
    private WebApplication app = null!;
    private MessageBus bus = null!;

    public async Task InitializeAsync()
    {
        store = SqliteStore.Open(Path.Combine(folder.FullName, "data.db"), StoreDurability.None);
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration["SelfHost:Topics:placement-events:Subscriptions"] = "rettidig";
        builder.Configuration["SelfHost:Topics:notices:Subscriptions"] = "advis,arkiv";
        builder.Configuration["SelfHost:Queues:extra:MaxDeliveryCount"] = "10";
        builder.Services.AddSingleton(store);
        builder.Services.AddMessageBus(builder.Configuration);
        app = builder.Build();
        app.Services.GetRequiredService<Action<IEndpointRouteBuilder>>()(app);
        await app.StartAsync();
        bus = app.Services.GetRequiredService<MessageBus>();
    }

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        await store.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Where_nothing_was_put_aside_that_is_said()
    {
        Assert.Equal(0, await RunAsync("list"));

        Assert.Equal("Ingen hændelser er lagt til side.", output.ToString().Trim());
    }

    [Fact]
    public async Task The_list_says_why_and_what_to_do_and_leaves_everything_where_it_is()
    {
        await PutAsideAsync("a", "hemmeligt indhold");
        await PutAsideAsync("b", "mere");

        Assert.Equal(0, await RunAsync("list"));
        Assert.Equal(0, await RunAsync("list"));

        Assert.Contains("missing-field", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("Feltet data.heldOn mangler på sagen.", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("2 hændelser er lagt til side.", output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("hemmeligt", output.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, bus.Count(Events).DeadLetter);
    }

    [Fact]
    public async Task The_content_is_shown_only_when_it_is_asked_for()
    {
        await PutAsideAsync("a", "hemmeligt indhold");

        Assert.Equal(0, await RunAsync("show", "1"));
        Assert.DoesNotContain("hemmeligt", output.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, await RunAsync("show", "1", "--body"));
        Assert.Contains("hemmeligt indhold", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("personoplysninger", errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_id_that_looks_like_a_personal_number_is_not_shown()
    {
        await PutAsideAsync("urn:x-010203-1234", "x");

        await RunAsync("show", "1");

        Assert.Contains("skjult", output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("1234", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_sent_again_comes_as_it_came_though_its_id_was_seen_before()
    {
        await PutAsideAsync("a", "indhold");
        await PutAsideAsync("b", "bliver");

        Assert.Equal(0, await RunAsync("resend", "1"));

        BusMessage again = Assert.Single(await bus.ReceiveAsync(Events, 10)).Message;
        Assert.Equal(("indhold", "application/cloudevents+json"), (Encoding.UTF8.GetString(again.Body), again.ContentType));
        Assert.Equal("1 hændelse er sendt ind igen.", output.ToString().Trim());
        Assert.Equal(1, bus.Count(Events).DeadLetter);
    }

    [Fact]
    public async Task What_is_dropped_is_gone()
    {
        await PutAsideAsync("a", "x");
        await PutAsideAsync("b", "x");
        await PutAsideAsync("c", "x");

        Assert.Equal(0, await RunAsync("drop", "2"));
        Assert.Equal([1, 3], bus.Peek(Events with { DeadLetter = true }, max: 10).Select(letter => letter.SequenceNumber));
        Assert.Equal(0, await RunAsync("drop", "--all"));

        Assert.Equal(0, bus.Count(Events).DeadLetter);
        Assert.Equal(0, bus.Count(Events).Active);
    }

    [Theory]
    [InlineData("notices", "advis", "--topic", "notices")]
    [InlineData("notices", "arkiv", "--topic", "notices", "--subscription", "arkiv")]
    [InlineData("extra", null, "--queue", "extra")]
    public async Task The_dead_letters_of_every_topic_and_queue_are_listed_shown_sent_again_and_dropped(string entity, string? subscription, params string[] named)
    {
        var box = new BusAddress(entity, subscription);
        await PutAsideAsync("a", "et varsel", box, "dk.rettidig.notice.due.v1");
        await PutAsideAsync("b", "et andet", box, null);
        await PutAsideAsync("c", "en hændelse");

        Assert.Equal(0, await RunAsync(["list", .. named]));
        Assert.Contains("2 hændelser er lagt til side.", output.ToString(), StringComparison.Ordinal);
        Assert.Contains(named[^1] == "arkiv" ? "resend NR --topic notices" : $"resend NR {named[0]} {named[1]}'", Regex.Replace(output.ToString(), @"\s+", " "), StringComparison.Ordinal);
        Assert.Equal(0, await RunAsync(["show", "1", "--body", .. named]));
        Assert.Contains("et varsel", output.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, await RunAsync(["resend", "1", .. named]));
        BusMessage again = Assert.Single(await bus.ReceiveAsync(box, 10)).Message;
        Assert.Equal(("et varsel", "dk.rettidig.notice.due.v1"), (Encoding.UTF8.GetString(again.Body), again.Subject));
        Assert.Equal(0, await RunAsync(["drop", "--all", .. named]));

        Assert.Equal(0, bus.Count(box).DeadLetter);
        Assert.Equal(1, bus.Count(Events).DeadLetter);
    }

    [Theory]
    [InlineData("Skriv også abonnementet", "--topic", "andet")]
    [InlineData("Skriv enten --queue", "--queue", "extra", "--topic", "notices")]
    [InlineData("ikke et navn på Service Bus", "--queue", "../x")]
    [InlineData("ikke et navn på Service Bus", "--topic", "a b", "--subscription", "c")]
    public async Task A_place_that_cannot_be_meant_is_refused(string said, params string[] named)
    {
        Assert.Equal(2, await RunAsync(["list", .. named]));
        Assert.Contains(said, errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_there_is_not_is_named()
    {
        Assert.Equal(1, await RunAsync("list", "--queue", "nowhere"));
        Assert.Contains("findes nowhere ikke", errors.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "--all", "resend")]
    [InlineData(2, "--all", "drop", "1", "--all")]
    [InlineData(1, "nr. 7", "drop", "7")]
    [InlineData(2, "NR mangler", "show")]
    public async Task Nothing_happens_to_what_was_not_named(int exitCode, string named, params string[] command)
    {
        await PutAsideAsync("a", "x");

        Assert.Equal(exitCode, await RunAsync(command));

        Assert.Contains(named, errors.ToString(), StringComparison.Ordinal);
        Assert.Equal((1, 0), (bus.Count(Events).DeadLetter, bus.Count(Events).Active));
    }

    private Task<int> RunAsync(params string[] command)
    {
        string[] where = ["--connection", Path.Combine(folder.FullName, BusKey.FileName), "--to", app.Urls.First()];
        return CommandLine.RunAsync(["deadletter", .. command, .. where], Screen.Over(output, errors, plain: true));
    }

    private Task PutAsideAsync(string id, string body) => PutAsideAsync(id, body, Events, null);

    private async Task PutAsideAsync(string id, string body, BusAddress box, string? subject)
    {
        await bus.SendAsync(box.Entity, new BusMessage { MessageId = id, Body = Encoding.UTF8.GetBytes(body), ContentType = "application/cloudevents+json", Subject = subject });
        BusDelivery delivery = Assert.Single(await bus.ReceiveAsync(box));
        await bus.DeadLetterAsync(box, delivery.LockToken, "missing-field", "Feltet data.heldOn mangler på sagen.");
    }
}
