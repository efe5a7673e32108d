using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Rettidig.Contract.Tests.Durable;

/// <summary>An instance that takes the id of one that is finished has nothing to do with it.</summary>
public sealed class TakenIdTests : DurableContract
{
    [Theory]
    [InlineData("event")]
    [InlineData("end")]
    public async Task What_came_too_late_for_the_last_one_is_not_for_the_next_one(string what)
    {
        bool isFirst = true;
        await RegisterAsync(code => code.AddOrchestratorFunc<object?>("Wait", async (context, _) =>
        {
            if (isFirst)
            {
                // Somebody sends it while the last turn of the first one runs.
                isFirst = false;
                Task sent = what == "event" ? Client.RaiseEventAsync("a", "news") : Client.TerminateInstanceAsync("a");
                Assert.True(sent.IsCompletedSuccessfully);
                return;
            }

            await context.WaitForExternalEvent<string>("news");
        }));
        await Client.ScheduleNewOrchestrationInstanceAsync("Wait", null, new StartOrchestrationOptions("a"));
        await ((EmbeddedSubject)Subject).Engine.OrchestrationPump.StepAsync(CancellationToken.None);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, await StatusAsync("a"));

        await StartAsync("Wait", "a");

        Assert.Equal(OrchestrationRuntimeStatus.Running, await StatusAsync("a"));
        await RaiseAsync("a", "news");
        Assert.Equal(OrchestrationRuntimeStatus.Completed, await StatusAsync("a"));
    }

    [Fact]
    public async Task One_that_came_to_be_above_itself_is_purged_with_all_below_it()
    {
        await RegisterAsync(code => code
            .AddOrchestratorFunc<object?>("Top", (context, _) => context.CallSubOrchestratorAsync("Middle", new SubOrchestrationOptions(instanceId: "a")))
            .AddOrchestratorFunc<object?>("Middle", async (context, _) =>
            {
                await context.WaitForExternalEvent<string>("on");
                await context.CallSubOrchestratorAsync("Bottom", new SubOrchestrationOptions(instanceId: "b"));
            })
            .AddOrchestratorFunc<object?>("Bottom", (_, _) => Task.CompletedTask));
        await StartAsync("Top", "b");
        await Client.TerminateInstanceAsync("b");
        await SettleAsync();
        await RaiseAsync("a", "on");

        Assert.Equal(2, (await Client.PurgeInstanceAsync("a", new PurgeInstanceOptions(Recursive: true))).PurgedInstanceCount);

        Assert.Null(await Client.GetInstanceAsync("b"));
    }

    private protected override IDurableSubject NewSubject() => new EmbeddedSubject();
}
