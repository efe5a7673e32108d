using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Rettidig.Contract.Tests.Durable;

public abstract class DeterminismContract : DurableContract
{
    [Fact]
    public async Task Code_that_was_changed_under_a_running_instance_fails()
    {
        await RunOldThenNewAsync(OldAsync, NewAsync);

        Assert.Equal(OrchestrationRuntimeStatus.Failed, await StatusAsync("a"));
    }

    [Fact]
    [Trait("Difference", "no. 3")]
    public async Task Code_that_was_changed_under_a_running_instance_fails_and_names_the_step()
    {
        await RunOldThenNewAsync(OldAsync, NewAsync);

        TaskFailureDetails failure = (await InstanceAsync("a")).FailureDetails!;
        Assert.Contains("at step 0 its history has activity 'Old', the code now asks for activity 'New'", failure.ErrorMessage);
    }

    [Fact]
    [Trait("Time", "Long")]
    [Trait("Difference", "no. 3")]
    public async Task A_step_that_was_added_is_found_even_at_the_end_of_a_turn()
    {
        await RunOldThenNewAsync(
            async (context, _) => await context.WaitForExternalEvent<string>("go"),
            async (context, _) =>
            {
                Task timer = context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
                await context.WaitForExternalEvent<string>("go");
                await timer;
            });

        Assert.Contains(
            "at step 0 its history has nothing, the code now asks for a timer", (await InstanceAsync("a")).FailureDetails!.ErrorMessage);
    }

    [Fact]
    [Trait("Difference", "no. 3")]
    public async Task A_step_that_was_taken_away_is_found()
    {
        await RunOldThenNewAsync(
            async (context, _) =>
            {
                await context.CallActivityAsync("Old");
                await context.CallSubOrchestratorAsync("Child");
                await context.WaitForExternalEvent<string>("go");
            },
            async (context, _) =>
            {
                await context.CallActivityAsync("Old");
                await context.WaitForExternalEvent<string>("go");
            });

        Assert.Contains(
            "at step 1 its history has sub-orchestration 'Child', the code now asks for nothing",
            (await InstanceAsync("a")).FailureDetails!.ErrorMessage);
    }

    [Fact]
    [Trait("Difference", "no. 3")]
    public async Task Code_that_returns_too_early_on_replay_fails()
    {
        await RunOldThenNewAsync(
            async (context, _) => await context.WaitForExternalEvent<string>("go"),
            (_, _) => Task.CompletedTask);

        Assert.Contains("on replay the code returned", (await InstanceAsync("a")).FailureDetails!.ErrorMessage);
    }

    [Fact]
    public async Task Code_that_was_changed_only_after_where_it_waits_goes_on()
    {
        await RunOldThenNewAsync(
            async (context, _) => await context.WaitForExternalEvent<string>("go"),
            async (context, _) =>
            {
                await context.WaitForExternalEvent<string>("go");
                await context.CallActivityAsync("New");
            });

        Assert.Equal(OrchestrationRuntimeStatus.Completed, await StatusAsync("a"));
        Assert.Equal(["New"], Seen);
    }

    [Fact]
    [Trait("Difference", "no. 4")]
    public async Task Code_that_awaits_something_of_its_own_is_told_to_use_an_activity()
    {
        var never = new TaskCompletionSource();
        await RegisterAsync(code => code.AddOrchestratorFunc<object?>("Wait", async (_, _) => await never.Task));

        await StartAsync("Wait", "a");

        OrchestrationMetadata instance = await InstanceAsync("a");
        Assert.Equal(OrchestrationRuntimeStatus.Failed, instance.RuntimeStatus);
        Assert.Contains("waits for nothing that its context gave it", instance.FailureDetails!.ErrorMessage);
        Assert.Contains("Move that into an activity", instance.FailureDetails.ErrorMessage);
    }

    [Fact]
    [Trait("Difference", "no. 4")]
    public async Task Code_that_uses_its_context_from_another_thread_is_told_so()
    {
        await RegisterAsync(code => code
            .AddOrchestratorFunc<object?>("Stray", async (context, _) =>
            {
                Task? stray = null;
                var other = new Thread(() => stray = context.CallActivityAsync("Old"));
                other.Start();
                other.Join();
                await context.CallActivityAsync("Note", stray?.Exception?.InnerException?.Message);
            })
            .AddActivityFunc<string>("Note", (_, message) =>
            {
                Seen.Add(message);
                return Task.CompletedTask;
            }));

        await StartAsync("Stray", "a");

        Assert.Equal(OrchestrationRuntimeStatus.Completed, await StatusAsync("a"));
        Assert.Contains("was used from outside its turn", Assert.Single(Seen));
    }

    [Fact]
    public async Task Yielding_within_the_code_is_harmless()
    {
        await RegisterAsync(code => code
            .AddOrchestratorFunc<object?, int>("Yield", async (context, _) =>
            {
                await Task.Yield();
                await context.CallActivityAsync("Old");
                await Task.Yield();
                return Environment.CurrentManagedThreadId == await ThreadAfterYieldAsync() ? 1 : 0;
            })
            .AddActivityFunc("Old", _ => Task.CompletedTask));

        await StartAsync("Yield", "a");

        Assert.Equal(1, await OutputAsync<int>("a"));
    }

    [Fact]
    public async Task What_an_async_void_method_throws_does_not_stop_the_code_beside_it()
    {
        await RegisterAsync(code => code.AddOrchestratorFunc<object?, string>("Beside", (context, _) =>
        {
            ThrowAfterEvent(context);
            return context.WaitForExternalEvent<string>("end");
        }));
        await StartAsync("Beside", "a");
        await RaiseAsync("a", "side");

        await RaiseAsync("a", "end", "slut");

        Assert.Equal("slut", await OutputAsync<string>("a"));

        static async void ThrowAfterEvent(TaskOrchestrationContext context)
        {
            await context.WaitForExternalEvent<string>("side");
            throw new FormatException("bad date");
        }
    }

    [Fact]
    [Trait("Time", "Long")]
    public async Task Ids_and_times_are_the_same_on_every_replay()
    {
        var ids = new HashSet<Guid>();
        var times = new HashSet<DateTime>();
        int runs = 0;
        await RegisterAsync(code => code
            .AddOrchestratorFunc<object?>("Replay", async (context, _) =>
            {
                runs++;
                ids.Add(context.NewGuid());
                times.Add(context.CurrentUtcDateTime);
                await context.CallActivityAsync("Old");
                await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
            })
            .AddActivityFunc("Old", _ => Task.CompletedTask));

        await StartAsync("Replay", "a");
        await PassAsync(TimeSpan.FromDays(1));

        Assert.Equal(3, runs);
        Assert.Equal(5, Assert.Single(ids).Version);
        Assert.Single(times);
    }

    [Fact]
    public async Task A_logger_that_is_safe_for_replay_says_a_thing_once()
    {
        await RegisterAsync(code => code.AddOrchestratorFunc<object?>("Log", async (context, _) =>
        {
            ILogger logger = context.CreateReplaySafeLogger("Log");
            logger.LogInformation("before");
            await context.CreateTimer(TimeSpan.FromSeconds(1), CancellationToken.None);
            logger.LogInformation("between");
            await context.CreateTimer(TimeSpan.FromSeconds(1), CancellationToken.None);
            logger.LogInformation("after");
        }));

        await StartAsync("Log", "a");
        await PassAsync(TimeSpan.FromSeconds(2));

        Assert.Equal(["before", "between", "after"], Subject.Logged.Where(line => line is "before" or "between" or "after"));
    }

    [Fact]
    [Trait("Time", "Long")]
    public async Task Replaying_is_told_apart_from_what_is_new()
    {
        await RegisterAsync(code => code.AddOrchestratorFunc<object?>("Replay", async (context, _) =>
        {
            Seen.Add($"begin {context.IsReplaying}");
            await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
            Seen.Add($"end {context.IsReplaying}");
        }));

        await StartAsync("Replay", "a");
        await PassAsync(TimeSpan.FromDays(1));

        Assert.Equal(["begin False", "begin True", "end False"], Seen);
    }

    private static async Task OldAsync(TaskOrchestrationContext context, object? input)
    {
        await context.CallActivityAsync("Old");
        await context.WaitForExternalEvent<string>("go");
    }

    private static async Task NewAsync(TaskOrchestrationContext context, object? input)
    {
        await context.CallActivityAsync("New");
        await context.WaitForExternalEvent<string>("go");
    }

    private static async Task<int> ThreadAfterYieldAsync()
    {
        await Task.Yield();
        return Environment.CurrentManagedThreadId;
    }

    private async Task RunOldThenNewAsync(
        Func<TaskOrchestrationContext, object?, Task> old, Func<TaskOrchestrationContext, object?, Task> changed)
    {
        await RegisterAsync(code => Register(code, old));
        await StartAsync("Story", "a");
        await RegisterAsync(code => Register(code, changed));
        await RaiseAsync("a", "go");
    }

    private void Register(DurableTaskRegistry code, Func<TaskOrchestrationContext, object?, Task> story) => code
        .AddOrchestratorFunc("Story", story)
        .AddOrchestratorFunc("Child", _ => Task.CompletedTask)
        .AddActivityFunc("Old", _ => Task.CompletedTask)
        .AddActivityFunc("New", _ =>
        {
            Seen.Add("New");
            return Task.CompletedTask;
        });
}
