using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Rettidig.Contract.Tests.Durable;

public abstract class SubOrchestrationContract : DurableContract
{
    [Fact]
    public async Task A_parent_gets_what_its_child_returned_and_the_child_knows_its_parent()
    {
        await RegisterAsync(code => code
            .AddOrchestratorFunc<object?, string>("Parent", (context, _) =>
                context.CallSubOrchestratorAsync<string>("Child", "barn", new SubOrchestrationOptions(instanceId: "a:child")))
            .AddOrchestratorFunc<string, string>("Child", (context, input) =>
                Task.FromResult($"{input} {context.InstanceId} af {context.Parent!.Name} {context.Parent.InstanceId}")));

        await StartAsync("Parent", "a");

        Assert.Equal("barn a:child af Parent a", await OutputAsync<string>("a"));
    }

    [Fact]
    public async Task Children_without_a_given_id_get_one_that_is_the_same_on_every_replay()
    {
        await RegisterAsync(code => code
            .AddOrchestratorFunc<object?, string[]>("Parent", async (context, _) =>
            {
                string first = await context.CallSubOrchestratorAsync<string>("Child");
                string second = await context.CallSubOrchestratorAsync<string>("Child");
                return [first, second];
            })
            .AddOrchestratorFunc<object?, string>("Child", (context, _) => Task.FromResult(context.InstanceId)));

        await StartAsync("Parent", "a");

        string[] ids = (await OutputAsync<string[]>("a"))!;
        Assert.NotEqual(ids[0], ids[1]);
        Assert.Equal(ids[0], await OutputAsync<string>(ids[0]));
    }

    [Fact]
    public async Task A_child_that_fails_fails_the_step_of_its_parent()
    {
        TaskFailedException? caught = null;
        await RegisterAsync(code => code
            .AddOrchestratorFunc<object?>("Parent", async (context, _) =>
            {
                try
                {
                    await context.CallSubOrchestratorAsync("Child");
                }
                catch (TaskFailedException failed)
                {
                    caught = failed;
                }
            })
            .AddOrchestratorFunc<object?>("Child", (_, _) => throw new FormatException("bad date")));

        await StartAsync("Parent", "a");

        Assert.Equal("Child", caught!.TaskName);
        Assert.True(caught.FailureDetails.IsCausedBy<FormatException>());
    }

    [Fact]
    [Trait("Time", "Long")]
    public async Task A_child_can_wait_for_years_and_start_over_on_the_way()
    {
        await RegisterAsync(code => code
            .AddOrchestratorFunc<object?, int>("Parent", (context, _) => context.CallSubOrchestratorAsync<int>("Child", 1))
            .AddOrchestratorFunc<int, int>("Child", async (context, year) =>
            {
                await context.CreateTimer(TimeSpan.FromDays(365), CancellationToken.None);
                if (year < 5)
                {
                    context.ContinueAsNew(year + 1);
                }

                return year;
            }));
        await StartAsync("Parent", "a");

        await PassAsync(TimeSpan.FromDays(5 * 365));

        Assert.Equal(5, await OutputAsync<int>("a"));
    }

    [Fact]
    [Trait("Difference", "no. 7")]
    public async Task An_id_that_is_running_already_is_not_started_again()
    {
        await RegisterAsync(code => code
            .AddOrchestratorFunc<object?>("Parent", (context, _) =>
                context.CallSubOrchestratorAsync("Child", null, new SubOrchestrationOptions(instanceId: "child")))
            .AddOrchestratorFunc<object?>("Child", (context, _) => context.WaitForExternalEvent<string>("end")));
        await StartAsync("Child", "child");

        await StartAsync("Parent", "a");

        Assert.Equal(OrchestrationRuntimeStatus.Running, await StatusAsync("child"));
        Assert.Contains("id 'child' is Running", (await InstanceAsync("a")).FailureDetails!.ErrorMessage);
    }

    [Fact]
    [Trait("InProcess", "Cannot")]
    public async Task Terminating_a_parent_ends_its_children_only_when_asked_to()
    {
        await RegisterAsync(code => code
            .AddOrchestratorFunc<string>("Parent", (context, child) =>
                context.CallSubOrchestratorAsync("Child", null, new SubOrchestrationOptions(instanceId: child)))
            .AddOrchestratorFunc<object?>("Child", (context, _) => context.WaitForExternalEvent<string>("end")));
        await StartAsync("Parent", "alone", "left");
        await StartAsync("Parent", "family", "ended");

        await Client.TerminateInstanceAsync("alone", new TerminateInstanceOptions("slut"));
        await Client.TerminateInstanceAsync("family", new TerminateInstanceOptions("slut", Recursive: true));
        await SettleAsync();

        Assert.Equal("slut", (await InstanceAsync("alone")).ReadOutputAs<string>());
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, await StatusAsync("family"));
        Assert.Equal(OrchestrationRuntimeStatus.Running, await StatusAsync("left"));
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, await StatusAsync("ended"));
    }

    [Fact]
    public async Task A_terminated_child_fails_the_step_of_its_parent()
    {
        await TerminateChildAsync();

        Assert.Equal(OrchestrationRuntimeStatus.Failed, await StatusAsync("a"));
    }

    [Fact]
    [Trait("Difference", "no. 10")]
    public async Task A_parent_is_told_which_child_was_terminated()
    {
        await TerminateChildAsync();

        Assert.Contains("'child' was terminated", (await InstanceAsync("a")).FailureDetails!.ErrorMessage);
    }

    private async Task TerminateChildAsync()
    {
        await RegisterAsync(code => code
            .AddOrchestratorFunc<object?>("Parent", (context, _) =>
                context.CallSubOrchestratorAsync("Child", null, new SubOrchestrationOptions(instanceId: "child")))
            .AddOrchestratorFunc<object?>("Child", (context, _) => context.WaitForExternalEvent<string>("end")));
        await StartAsync("Parent", "a");

        await Client.TerminateInstanceAsync("child");
        await SettleAsync();
    }
}
