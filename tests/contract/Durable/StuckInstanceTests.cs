using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Rettidig.Contract.Tests.Durable;

/// <summary>Whatever its code does, and whatever comes in its way: an instance goes on, or ends with a reason, and is never left hanging.</summary>
public sealed class StuckInstanceTests : DurableContract
{
    private EmbeddedSubject Embedded => (EmbeddedSubject)Subject;

    [Theory]
    [InlineData(20)]
    [InlineData(150)]
    public async Task A_failure_goes_up_through_all_generations_with_its_first_cause(int generations)
    {
        await RegisterAsync(code => code.AddOrchestratorFunc<int, int>("Generation", (context, younger) =>
            younger == 0
                ? throw new FormatException("bad date")
                : context.CallSubOrchestratorAsync<int>("Generation", younger - 1)));

        await StartAsync("Generation", "a", generations);

        OrchestrationMetadata oldest = await InstanceAsync("a");
        Assert.Equal(OrchestrationRuntimeStatus.Failed, oldest.RuntimeStatus);
        TaskFailureDetails cause = oldest.FailureDetails!;
        while (cause.InnerFailure is { } inner)
        {
            cause = inner;
        }

        Assert.Equal("System.FormatException: bad date", $"{cause}");
    }

    [Fact]
    public async Task An_activity_that_fails_with_a_hundred_causes_runs_once()
    {
        int runs = 0;
        await RegisterAsync(code => code
            .AddOrchestratorFunc<object?>("Call", (context, _) => context.CallActivityAsync("Fail"))
            .AddActivityFunc("Fail", _ =>
            {
                runs++;
                throw Enumerable.Range(0, 100).Aggregate<int, Exception>(
                    new FormatException("bad date"), (cause, number) => new InvalidOperationException($"{number}", cause));
            }));

        await StartAsync("Call", "a");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, await StatusAsync("a"));
        Assert.Equal(1, runs);
    }

    [Theory]
    [InlineData("activity")]
    [InlineData("child")]
    public async Task A_call_without_a_name_fails_the_code_that_makes_it(string what)
    {
        await RegisterAsync(code => code.AddOrchestratorFunc<object?>("Call", (context, _) =>
            what == "activity" ? context.CallActivityAsync(string.Empty) : context.CallSubOrchestratorAsync(string.Empty)));

        await StartAsync("Call", "a");

        OrchestrationMetadata instance = await InstanceAsync("a");
        Assert.Equal(OrchestrationRuntimeStatus.Failed, instance.RuntimeStatus);
        Assert.True(instance.FailureDetails!.IsCausedBy<ArgumentException>());
    }

    [Fact]
    public async Task Code_that_ends_with_a_cancellation_fails_with_the_reason_it_gave()
    {
        await RegisterAsync(code => code.AddOrchestratorFunc<object?>("Cancel", async (context, _) =>
        {
            await context.WaitForExternalEvent<string>("end");
            throw new OperationCanceledException("the placement was withdrawn");
        }));
        await StartAsync("Cancel", "a");

        await RaiseAsync("a", "end");

        Assert.Equal("System.OperationCanceledException: the placement was withdrawn", $"{(await InstanceAsync("a")).FailureDetails}");
    }

    [Fact]
    public async Task What_an_async_void_method_throws_is_logged_once_however_often_the_code_is_replayed()
    {
        await RegisterAsync(code => code.AddOrchestratorFunc<object?>("Side", async (context, _) =>
        {
            ThrowAfterEvent(context);
            await context.WaitForExternalEvent<string>("more");
            await context.WaitForExternalEvent<string>("end");
        }));
        await StartAsync("Side", "a");
        await RaiseAsync("a", "side");
        await RaiseAsync("a", "more");

        await RaiseAsync("a", "end");

        Assert.Equal(OrchestrationRuntimeStatus.Completed, await StatusAsync("a"));
        Assert.Single(Subject.Logged, line => line.Contains("async void method that threw System.FormatException: bad date", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("timer")]
    [InlineData("event")]
    public async Task A_wait_that_a_clock_of_its_own_cancels_is_logged_and_harms_nobody(string what)
    {
        CancellationTokenSource? clock = null;
        await RegisterAsync(code => code.AddOrchestratorFunc<object?>("Wait", (context, _) =>
        {
            // As new CancellationTokenSource(TimeSpan) does, on a thread where nobody catches what is thrown.
            clock = new CancellationTokenSource();
            return what == "timer" ? context.CreateTimer(TimeSpan.FromDays(1), clock.Token) : context.WaitForExternalEvent<string>("end", clock.Token);
        }));
        await StartAsync("Wait", "a");

        clock!.Cancel();

        Assert.Single(Subject.Logged, line => line.Contains("went on outside its turn", StringComparison.Ordinal));
        await RaiseAsync("a", "end");
        await PassAsync(TimeSpan.FromDays(1));
        Assert.Equal(OrchestrationRuntimeStatus.Completed, await StatusAsync("a"));
    }

    [Fact]
    public async Task An_instance_whose_history_could_not_be_read_goes_on_when_it_can_be()
    {
        await RegisterAsync(Register);
        await StartAsync("Wait", "a");
        await Embedded.Store.WriteAsync(session => session.Execute("UPDATE durable_history SET events = CAST('?' || events AS BLOB)"));
        await RegisterAsync(Register);
        await Assert.ThrowsAnyAsync<Exception>(() => RaiseAsync("a", "end"));

        await Embedded.Store.WriteAsync(session => session.Execute("UPDATE durable_history SET events = substr(events, 2)"));
        await SettleAsync();

        Assert.Equal(OrchestrationRuntimeStatus.Completed, await StatusAsync("a"));

        static void Register(DurableTaskRegistry code) => code.AddOrchestratorFunc<object?>("Wait", (context, _) =>
            context.WaitForExternalEvent<string>("end"));
    }

    private protected override IDurableSubject NewSubject() => new EmbeddedSubject();

    private static async void ThrowAfterEvent(TaskOrchestrationContext context)
    {
        await context.WaitForExternalEvent<string>("side");
        throw new FormatException("bad date");
    }
}
