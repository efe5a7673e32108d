using System.Text;
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

    private async Task PutAsideAsync(string id, string body)
    {
        await bus.SendAsync("placement-events", new BusMessage { MessageId = id, Body = Encoding.UTF8.GetBytes(body), ContentType = "application/cloudevents+json" });
        BusDelivery delivery = Assert.Single(await bus.ReceiveAsync(Events));
        await bus.DeadLetterAsync(Events, delivery.LockToken, "missing-field", "Feltet data.heldOn mangler på sagen.");
    }
}
