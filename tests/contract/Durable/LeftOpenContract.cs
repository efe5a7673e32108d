using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Rettidig.Contract.Tests.Durable;

/// <summary>
/// The code has returned, thrown or started over, and something it began is still open: the instance goes on until all of it
/// has ended or was cancelled.
/// </summary>
public abstract class LeftOpenContract : DurableContract
{
    [Fact]
    [Trait("Time", "Long")]
    public async Task A_timer_that_was_left_is_waited_for()
    {
        await RegisterAsync(code => code.AddOrchestratorFunc<object?, string>("Leave", (context, _) =>
        {
            context.SetCustomStatus("venter");
            _ = context.CreateTimer(TimeSpan.FromDays(5), CancellationToken.None);
            return Task.FromResult("slut");
        }));
        Task<OrchestrationMetadata> end = Client.WaitForInstanceCompletionAsync("a", getInputsAndOutputs: true);

        await StartAsync("Leave", "a");

        OrchestrationMetadata instance = await InstanceAsync("a");
        Assert.Equal(OrchestrationRuntimeStatus.Running, instance.RuntimeStatus);
        Assert.Equal("venter", instance.ReadCustomStatusAs<string>());
        Assert.Null(instance.SerializedOutput);
        Assert.Equal(["a"], await IdsAsync(OrchestrationRuntimeStatus.Running));
        Assert.Equal(0, (await Client.PurgeInstanceAsync("a")).PurgedInstanceCount);
        Assert.False(end.IsCompleted);

        await PassAsync(TimeSpan.FromDays(5));

        Assert.Equal("slut", await OutputAsync<string>("a"));
        Assert.Equal("venter", (await InstanceAsync("a")).ReadCustomStatusAs<string>());
        Assert.Equal("slut", (await end).ReadOutputAs<string>());
        Assert.Equal(["a"], await IdsAsync(OrchestrationRuntimeStatus.Completed));
    }

    [Fact]
    public async Task An_activity_that_was_left_is_waited_for()
    {
        await RegisterAsync(code => code
            .AddOrchestratorFunc<object?, string>("Leave", (context, _) =>
            {
                _ = context.CallActivityAsync("Note", context.InstanceId);
                return Task.FromResult("slut");
            })
            .AddActivityFunc<string>("Note", async (_, id) => Seen.Add($"{await StatusAsync(id)}")));

        await StartAsync("Leave", "a");

        Assert.Equal(["Running"], Seen);
        Assert.Equal("slut", await OutputAsync<string>("a"));
    }

    [Fact]
    public async Task What_becomes_of_an_activity_that_was_left_changes_nothing()
    {
        await RegisterAsync(code => code
            .AddOrchestratorFunc<object?, string>("Leave", (context, _) =>
            {
                _ = context.CallActivityAsync("Fail");
                return Task.FromResult("slut");
            })
            .AddActivityFunc("Fail", _ => throw new FormatException("bad date")));

        await StartAsync("Leave", "a");

        Assert.Equal("slut", await OutputAsync<string>("a"));
    }

    [Fact]
    public async Task A_child_that_was_left_is_waited_for_also_when_the_process_starts_again()
    {
        await RegisterFamilyAsync((_, _) => Task.FromResult("slut"));
        await StartAsync("Parent", "a");
        Assert.Equal(OrchestrationRuntimeStatus.Running, await StatusAsync("a"));

        await RegisterFamilyAsync((_, _) => Task.FromResult("slut"));
        await SettleAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Running, await StatusAsync("a"));
        await RaiseAsync("a:child", "end");

        Assert.Equal("slut", await OutputAsync<string>("a"));
        Assert.Equal(OrchestrationRuntimeStatus.Completed, await StatusAsync("a:child"));
    }

    [Fact]
    public async Task Code_that_throws_fails_the_instance_when_what_it_left_has_ended()
    {
        await RegisterFamilyAsync((_, _) => throw new FormatException("bad date"));
        await StartAsync("Parent", "a");

        OrchestrationMetadata before = await InstanceAsync("a");
        await RaiseAsync("a:child", "end");

        Assert.Equal(OrchestrationRuntimeStatus.Running, before.RuntimeStatus);
        Assert.Null(before.FailureDetails);
        OrchestrationMetadata after = await InstanceAsync("a");
        Assert.Equal(OrchestrationRuntimeStatus.Failed, after.RuntimeStatus);
        Assert.Contains("bad date", after.FailureDetails!.ErrorMessage);
    }

    [Fact]
    public async Task Terminating_does_not_wait_for_what_was_left()
    {
        await RegisterFamilyAsync((_, _) => Task.FromResult("slut"));
        await StartAsync("Parent", "a");

        await Client.TerminateInstanceAsync("a", "opgivet");
        await SettleAsync();
        OrchestrationMetadata instance = await InstanceAsync("a");
        await RaiseAsync("a:child", "end");

        Assert.Equal(OrchestrationRuntimeStatus.Terminated, instance.RuntimeStatus);
        Assert.Equal("opgivet", instance.ReadOutputAs<string>());
        Assert.Equal("opgivet", (await InstanceAsync("a")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_wait_for_an_event_is_nothing_left_open()
    {
        await RegisterAsync(code => code.AddOrchestratorFunc<object?, string>("Leave", (context, _) =>
        {
            _ = context.WaitForExternalEvent<string>("never");
            return Task.FromResult("slut");
        }));

        await StartAsync("Leave", "a");

        Assert.Equal("slut", await OutputAsync<string>("a"));
    }

    [Fact]
    public async Task A_timer_that_was_cancelled_is_nothing_left_open()
    {
        await RegisterAsync(code => code.AddOrchestratorFunc<string, string>("Leave", async (context, life) =>
        {
            using var cancel = new CancellationTokenSource();
            _ = context.CreateTimer(TimeSpan.FromDays(1), cancel.Token);
            await context.WaitForExternalEvent<string>("go");
            cancel.Cancel();
            if (life == "first")
            {
                context.ContinueAsNew("second");
            }

            return life;
        }));
        await StartAsync("Leave", "a", "first");
        await RaiseAsync("a", "go");
        await RaiseAsync("a", "go");

        Assert.Equal("second", await OutputAsync<string>("a"));
    }

    [Fact]
    public async Task A_branch_that_was_left_goes_on_and_what_it_begins_is_waited_for_too()
    {
        await RegisterAsync(code => code
            .AddOrchestratorFunc<object?, string>("Leave", (context, _) =>
            {
                var cancel = new CancellationTokenSource();
                _ = context.CreateTimer(TimeSpan.FromDays(1), cancel.Token);
                _ = BranchAsync(context, cancel);
                return Task.FromResult("slut");
            })
            .AddActivityFunc<string>("Note", async (_, what) => Seen.Add($"{what} {await StatusAsync("a")}")));
        await StartAsync("Leave", "a");

        await RaiseAsync("a", "go", "go");

        Assert.Equal(["first Running", "go Running", "last Running"], Seen);
        Assert.Equal("slut", await OutputAsync<string>("a"));
    }

    [Fact]
    public async Task The_next_life_begins_when_what_the_last_one_left_has_ended()
    {
        await RegisterFamilyAsync((context, life) =>
        {
            if (life == "first")
            {
                context.ContinueAsNew("second");
            }

            return Task.FromResult(life!);
        });
        await StartAsync("Parent", "a", "first");

        Assert.Equal("first", (await InstanceAsync("a")).ReadInputAs<string>());
        await RaiseAsync("a:child", "end");
        Assert.Equal("second", (await InstanceAsync("a")).ReadInputAs<string>());
        Assert.Equal(OrchestrationRuntimeStatus.Running, await StatusAsync("a"));
        await RaiseAsync("a:child", "end");

        Assert.Equal("second", await OutputAsync<string>("a"));
    }

    [Theory]
    [InlineData(true, "early")]
    [InlineData(false, "late")]
    public async Task Events_that_come_before_the_next_life_begins_belong_to_it(bool keepsUnprocessed, string expected)
    {
        await RegisterFamilyAsync(async (context, life) =>
        {
            await context.WaitForExternalEvent<string>("go");
            if (life == "second")
            {
                return await context.WaitForExternalEvent<string>("news");
            }

            context.ContinueAsNew("second", keepsUnprocessed);
            return string.Empty;
        });
        await StartAsync("Parent", "a", "first");
        await RaiseAsync("a", "news", "early");
        await RaiseAsync("a", "go");
        await RaiseAsync("a", "news", "late");
        await RaiseAsync("a", "go");
        Assert.Equal("first", (await InstanceAsync("a")).ReadInputAs<string>());

        await RaiseAsync("a:child", "end");
        await RaiseAsync("a:child", "end");

        Assert.Equal(expected, await OutputAsync<string>("a"));
    }

    private static async Task BranchAsync(TaskOrchestrationContext context, CancellationTokenSource cancel)
    {
        await context.CallActivityAsync("Note", "first");
        await context.CallActivityAsync("Note", await context.WaitForExternalEvent<string>("go"));
        await context.CallActivityAsync("Note", "last");
        cancel.Cancel();
    }

    private async Task<IEnumerable<string>> IdsAsync(OrchestrationRuntimeStatus status)
    {
        var ids = new List<string>();
        await foreach (OrchestrationMetadata instance in Client.GetAllInstancesAsync(new OrchestrationQuery(Statuses: [status])))
        {
            ids.Add(instance.InstanceId);
        }

        return ids;
    }

    /// <summary>A parent that leaves a child, which waits for an event; what else the parent does is given.</summary>
    private Task RegisterFamilyAsync(Func<TaskOrchestrationContext, string?, Task<string>> parent) => RegisterAsync(code => code
        .AddOrchestratorFunc<string?, string>("Parent", (context, life) =>
        {
            _ = context.CallSubOrchestratorAsync("Child", null, new SubOrchestrationOptions(instanceId: $"{context.InstanceId}:child"));
            return parent(context, life);
        })
        .AddOrchestratorFunc<object?>("Child", (context, _) => context.WaitForExternalEvent<string>("end")));
}
