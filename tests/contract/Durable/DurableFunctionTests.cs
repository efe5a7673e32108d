using System.Globalization;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Rettidig.Contract.Tests.Hosting;
using Rettidig.SelfHost.Durable;
using Rettidig.SelfHost.Hosting;

namespace Rettidig.Contract.Tests.Durable;

/// <summary>Orchestrators, activities and clients written as functions of an app.</summary>
public sealed class DurableFunctionTests : IDisposable
{
    private readonly TemporaryFolder data = new();
    private readonly Journal journal = new();

    public void Dispose() => data.Dispose();

    [Fact]
    public async Task A_timer_function_starts_an_orchestration_that_calls_its_activities_for_months()
    {
        (IHost host, _) = TestApp.Simulated(data, journal, TestApp.Monday, typeof(Lifecycle));
        using (host)
        {
            await Simulation.Of(host.Services).RunUntilAsync(TestApp.Monday.AddDays(64));
        }

        Assert.Equal(
            ["03-03 placement:101:p1 p1", "03-24 placement:101:p1 p1", "04-14 placement:101:p1 p1", "05-05 placement:101:p1 p1"],
            journal.Lines.Where(line => !line.StartsWith("refused", StringComparison.Ordinal)));
        Assert.Contains("refused: An orchestration with the id 'placement:101:p1' already exists and is Running.", journal.Lines);
    }

    [Fact]
    public async Task An_orchestration_goes_on_in_the_next_process()
    {
        (IHost first, _) = TestApp.Simulated(data, journal, TestApp.Monday, typeof(Lifecycle));
        using (first)
        {
            await Simulation.Of(first.Services).RunUntilAsync(TestApp.Monday.AddDays(2));
        }

        (IHost second, _) = TestApp.Simulated(data, journal, TestApp.Monday.AddDays(40), typeof(Lifecycle));
        using (second)
        {
            await Simulation.Of(second.Services).SettleAsync();
        }

        Assert.Contains("04-11 placement:101:p1 p1", journal.Lines);
    }

    [Fact]
    public async Task The_input_may_be_a_parameter_beside_the_context_and_the_code_an_instance_with_services()
    {
        (IHost host, _) = TestApp.Simulated(data, journal, TestApp.Monday, typeof(Letters));
        using (host)
        {
            var client = host.Services.GetRequiredService<DurableTaskClient>();
            await client.ScheduleNewOrchestrationInstanceAsync("Post", new Letter("Bo", 2), new StartOrchestrationOptions("post"));
            await Simulation.Of(host.Services).SettleAsync();

            OrchestrationMetadata post = (await client.GetInstanceAsync("post", getInputsAndOutputs: true))!;
            Assert.Equal("Bo 1, Bo 2", post.ReadOutputAs<string>());
        }

        Assert.Equal(["1 to Bo for post", "2 to Bo for post"], journal.Lines);
    }

    [Fact]
    public void An_orchestrator_that_does_not_take_the_context_is_told_how_to()
    {
        string message = Assert.ThrowsAny<Exception>(
            () => TestApp.Builder(data, journal, typeof(WrongTrigger)).Build()).Message;

        Assert.Contains("write [OrchestrationTrigger] TaskOrchestrationContext", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_of_another_task_hub_is_the_one_client_which_is_among_the_services_too()
    {
        (IHost host, _) = TestApp.Simulated(data, journal, TestApp.Monday, typeof(Letters), typeof(OtherHub));
        using (host)
        {
            await Simulation.Of(host.Services).RunUntilAsync(TestApp.Monday.AddDays(1));

            OrchestrationMetadata? post = await host.Services.GetRequiredService<DurableTaskClient>().GetInstanceAsync("fra-et-andet-nav");
            Assert.Equal(OrchestrationRuntimeStatus.Completed, post!.RuntimeStatus);
        }
    }

    [Fact]
    public void How_much_runs_at_once_is_what_host_json_says()
    {
        FunctionsApplicationBuilder builder = TestApp.Builder(data, journal, typeof(Letters));
        builder.Configuration["AzureFunctionsJobHost:extensions:durableTask:maxConcurrentOrchestratorFunctions"] = "7";
        builder.Configuration["AzureFunctionsJobHost:extensions:durableTask:maxConcurrentActivityFunctions"] = "3";

        using IHost host = builder.Build();

        Assert.Equal([("orchestrations", 7), ("activities", 3)], host.Services.GetRequiredService<DurableEngine>().Pumps.Select(pump => (pump.Name, pump.Concurrency)));
    }

    private sealed record Letter(string To, int Copies);

    private sealed class Lifecycle(Journal journal, TimeProvider time)
    {
        [Function(nameof(StartAsync))]
        public async Task StartAsync([TimerTrigger("0 0 4 * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client)
        {
            try
            {
                await client.ScheduleNewOrchestrationInstanceAsync("PlacementLifecycle", "p1", new StartOrchestrationOptions("placement:101:p1"));
            }
            catch (InvalidOperationException running)
            {
                journal.Write("refused: " + running.Message.Split(". ")[0] + ".");
            }
        }

        [Function("PlacementLifecycle")]
        public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            string placement = context.GetInput<string>()!;
            await context.CallActivityAsync(nameof(Reconcile), placement);
            using var done = new CancellationTokenSource();
            await Task.WhenAny(
                context.WaitForExternalEvent<string>("news", done.Token),
                context.CreateTimer(context.CurrentUtcDateTime.AddDays(21), done.Token));
            done.Cancel();
            context.ContinueAsNew(placement);
        }

        [Function(nameof(Reconcile))]
        public Task Reconcile([ActivityTrigger] string placement, FunctionContext context, string instanceId)
        {
            Assert.Equal(nameof(Reconcile), context.FunctionDefinition.Name);
            journal.Write(string.Create(CultureInfo.InvariantCulture, $"{time.GetUtcNow():MM-dd} {instanceId} {placement}"));
            return Task.CompletedTask;
        }
    }

    private sealed class Letters(Journal journal)
    {
        [Function("Post")]
        public async Task<string> PostAsync([OrchestrationTrigger] TaskOrchestrationContext context, Letter letter)
        {
            var sent = new List<string>();
            for (int i = 1; i <= letter.Copies; i++)
            {
                sent.Add(await context.CallActivityAsync<string>("Send", letter with { Copies = i }));
            }

            return string.Join(", ", sent);
        }

        [Function("Send")]
        public async Task<string> SendAsync([ActivityTrigger] Letter letter, string instanceId)
        {
            await Task.Yield();
            journal.Write($"{letter.Copies} to {letter.To} for {instanceId}");
            return $"{letter.To} {letter.Copies}";
        }
    }

    private sealed class OtherHub
    {
        [Function("StartElsewhere")]
        public static Task StartAsync(
            [TimerTrigger("0 0 4 * * *")] TimerInfo timer, [DurableClient(TaskHub = "Andet", ConnectionName = "Andet")] DurableTaskClient client) =>
            client.ScheduleNewOrchestrationInstanceAsync("Post", new Letter("Bo", 1), new StartOrchestrationOptions("fra-et-andet-nav"));
    }

    private sealed class WrongTrigger
    {
        [Function("Wrong")]
        public static Task RunAsync([OrchestrationTrigger] string context) => Task.FromResult(context);
    }
}
