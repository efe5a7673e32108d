using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Rettidig.Contract.Tests.Durable;

public abstract class ActivityContract : DurableContract
{
    [Fact]
    public async Task An_orchestration_returns_what_its_activities_found()
    {
        await RegisterAsync(code => code
            .AddOrchestratorFunc<string, string>("Greet", async (context, name) =>
                await context.CallActivityAsync<string>("Hello", name) + await context.CallActivityAsync<string>("Bye", name))
            .AddActivityFunc<string, string>("Hello", (_, name) => $"Goddag {name}. ")
            .AddActivityFunc<string, string>("Bye", (_, name) => $"Farvel {name}."));

        await StartAsync("Greet", "a", "Åse");

        Assert.Equal("Goddag Åse. Farvel Åse.", await OutputAsync<string>("a"));
    }

    [Fact]
    public async Task Each_activity_runs_once_however_often_the_code_is_replayed()
    {
        await RegisterAsync(code => code
            .AddOrchestratorFunc<object?>("Five", async (context, _) =>
            {
                for (int i = 1; i <= 5; i++)
                {
                    await context.CallActivityAsync("Note", i);
                }
            })
            .AddActivityFunc<int>("Note", (_, i) =>
            {
                Seen.Add(i.ToString(System.Globalization.CultureInfo.InvariantCulture));
                return Task.CompletedTask;
            }));

        await StartAsync("Five", "a");

        Assert.Equal(["1", "2", "3", "4", "5"], Seen);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, await StatusAsync("a"));
    }

    [Fact]
    public async Task Activities_that_are_asked_for_together_are_waited_for_together()
    {
        await RegisterAsync(code => code
            .AddOrchestratorFunc<object?, int>("Sum", async (context, _) =>
                (await Task.WhenAll(Enumerable.Range(1, 10).Select(i => context.CallActivityAsync<int>("Square", i)))).Sum())
            .AddActivityFunc<int, int>("Square", (_, i) => i * i));

        await StartAsync("Sum", "a");

        Assert.Equal(385, await OutputAsync<int>("a"));
    }

    [Fact]
    public async Task A_failed_activity_tells_the_orchestrator_why()
    {
        TaskFailedException? caught = null;
        await RegisterAsync(code => code
            .AddOrchestratorFunc<object?>("Try", async (context, _) =>
            {
                try
                {
                    await context.CallActivityAsync("Break");
                }
                catch (TaskFailedException failed)
                {
                    caught = failed;
                }
            })
            .AddActivityFunc("Break", _ => throw new InvalidOperationException("no plan", new FormatException("bad date"))));

        await StartAsync("Try", "a");

        Assert.Equal(OrchestrationRuntimeStatus.Completed, await StatusAsync("a"));
        Assert.Equal("Break", caught!.TaskName);
        Assert.Equal(0, caught.TaskId);
        Assert.Equal("System.InvalidOperationException", caught.FailureDetails.ErrorType);
        Assert.Equal("no plan", caught.FailureDetails.ErrorMessage);
        Assert.True(caught.FailureDetails.IsCausedBy<SystemException>());
        Assert.False(caught.FailureDetails.IsCausedBy<FormatException>());
        Assert.Equal("bad date", caught.FailureDetails.InnerFailure!.ErrorMessage);
    }

    [Fact]
    public async Task A_failure_that_nobody_catches_fails_the_orchestration_and_names_the_task()
    {
        await RegisterAsync(code => code
            .AddOrchestratorFunc<object?>("Try", (context, _) => context.CallActivityAsync("Break"))
            .AddActivityFunc("Break", _ => throw new InvalidOperationException("no plan")));

        await StartAsync("Try", "a");

        OrchestrationMetadata instance = await InstanceAsync("a");
        Assert.Equal(OrchestrationRuntimeStatus.Failed, instance.RuntimeStatus);
        Assert.Equal("Microsoft.DurableTask.TaskFailedException", instance.FailureDetails!.ErrorType);
        Assert.Equal("Task 'Break' (#0) failed with an unhandled exception: no plan", instance.FailureDetails.ErrorMessage);
        Assert.Equal("System.InvalidOperationException", instance.FailureDetails.InnerFailure!.ErrorType);
    }

    [Fact]
    [Trait("Difference", "no. 10")]
    public async Task An_activity_that_does_not_exist_is_named_with_those_that_do()
    {
        await RegisterAsync(code => code
            .AddOrchestratorFunc<object?>("Try", (context, _) => context.CallActivityAsync("Recncile"))
            .AddActivityFunc("Reconcile", _ => Task.CompletedTask));

        await StartAsync("Try", "a");

        Assert.Contains("There is no activity named 'Recncile'. Known are: Reconcile.", (await InstanceAsync("a")).FailureDetails!.ErrorMessage);
    }

    [Fact]
    public async Task Names_of_orchestrators_and_activities_may_be_written_in_any_case()
    {
        await RegisterAsync(code => code
            .AddOrchestratorFunc<object?, string>("Ask", (context, _) => context.CallActivityAsync<string>("ANSWER"))
            .AddActivityFunc<object?, string>("Answer", (_, _) => "ja"));

        await StartAsync("ask", "a");

        Assert.Equal("ja", await OutputAsync<string>("a"));
    }
}
