using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Rettidig.Contract.Tests.Hosting;

/// <summary>The page of the engine, in a running host.</summary>
public sealed class EnginePageTests : IAsyncLifetime
{
    private const string Token = "a-token-for-these-tests";

    private readonly TemporaryFolder data = new();
    private readonly HttpClient client = new();
    private IHost host = null!;

    public async Task InitializeAsync()
    {
        FunctionsApplicationBuilder builder = TestApp.Builder(data, new Journal(), typeof(Stories));
        builder.Configuration["SelfHost:Token"] = Token;
        builder.ConfigureFunctionsWebApplication();
        host = builder.Build();
        await host.StartAsync();
        client.BaseAddress = new Uri(host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        DurableTaskClient engine = host.Services.GetRequiredService<DurableTaskClient>();
        await engine.ScheduleNewOrchestrationInstanceAsync("Wait", "hemmeligt", new StartOrchestrationOptions("vent<b>"));
        await engine.ScheduleNewOrchestrationInstanceAsync("Fail", new StartOrchestrationOptions("fejl"));
        await engine.WaitForInstanceStartAsync("vent<b>");
        await engine.WaitForInstanceCompletionAsync("fejl");
    }

    public async Task DisposeAsync()
    {
        client.Dispose();
        await host.StopAsync();
        host.Dispose();
        data.Dispose();
    }

    [Fact]
    public async Task It_is_for_those_who_have_the_key() =>
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/maskine")).StatusCode);

    [Fact]
    public async Task It_shows_first_what_failed_and_why()
    {
        string page = await client.GetStringAsync($"/maskine?code={Token}");

        Assert.Contains("<b>1</b> venter", page);
        Assert.Contains("""<a href="?vis=fejlet" class="fejlet" aria-current="page"><b>1</b> fejlet</a>""", page);
        Assert.Contains("System.FormatException: bad date", page);
    }

    [Fact]
    public async Task The_history_of_one_shows_no_contents_and_names_are_encoded()
    {
        string page = await client.GetStringAsync($"/maskine?code={Token}&id={Uri.EscapeDataString("vent<b>")}");

        Assert.Contains("<h1>vent&lt;b&gt;</h1>", page);
        Assert.Contains("begyndte", page);
        Assert.Contains("et tidspunkt (trin 0)", page);
        Assert.DoesNotContain("hemmeligt", page);
    }

    [Fact]
    public async Task One_that_is_not_there_is_told() =>
        Assert.Contains("Der er intet forløb med id nobody", await client.GetStringAsync($"/maskine?code={Token}&id=nobody"));

    private sealed class Stories
    {
        [Function("Wait")]
        public static Task WaitAsync([OrchestrationTrigger] TaskOrchestrationContext context) => context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);

        [Function("Fail")]
        public static Task FailAsync([OrchestrationTrigger] TaskOrchestrationContext context) => throw new FormatException("bad date");
    }
}
