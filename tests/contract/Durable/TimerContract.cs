using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Rettidig.Contract.Tests.Durable;

public abstract class TimerContract : DurableContract
{
    [Fact]
    [Trait("Time", "Long")]
    public async Task A_timer_of_eighteen_years_fires_on_its_day_and_not_before()
    {
        DateTime due = Subject.Now.UtcDateTime.AddYears(18);
        await RegisterAsync(code => code.AddOrchestratorFunc<object?, DateTime>("Wait", async (context, _) =>
        {
            await context.CreateTimer(due, CancellationToken.None);
            return context.CurrentUtcDateTime;
        }));
        await StartAsync("Wait", "a");

        await PassAsync(due - Subject.Now - TimeSpan.FromSeconds(1));
        Assert.Equal(OrchestrationRuntimeStatus.Running, await StatusAsync("a"));
        await PassAsync(TimeSpan.FromSeconds(1));

        Assert.Equal(due, await OutputAsync<DateTime>("a"));
    }

    [Fact]
    [Trait("Time", "Long")]
    public async Task Timers_fire_in_order_whatever_order_they_were_made_in()
    {
        int[] days = [5, 1, 3, 2, 4, 1];
        await RegisterAsync(code => code.AddOrchestratorFunc<object?>("Wait", async (context, _) =>
        {
            await Task.WhenAll(days.Select(async day =>
            {
                await context.CreateTimer(TimeSpan.FromDays(day), CancellationToken.None);
                if (!context.IsReplaying)
                {
                    Seen.Add($"{day} {(context.CurrentUtcDateTime - new DateTime(2026, 3, 2, 8, 0, 0)).TotalDays}");
                }
            }));
        }));

        await StartAsync("Wait", "a");
        await PassAsync(TimeSpan.FromDays(10));

        Assert.Equal(["1 1", "1 1", "2 2", "3 3", "4 4", "5 5"], Seen);
    }

    [Fact]
    [Trait("Time", "Long")]
    public async Task Timers_of_many_instances_fire_in_the_order_of_their_moments()
    {
        await RegisterAsync(code => code
            .AddOrchestratorFunc<int>("Wait", async (context, minutes) =>
            {
                await context.CreateTimer(TimeSpan.FromMinutes(minutes), CancellationToken.None);
                await context.CallActivityAsync("Note", minutes);
            })
            .AddActivityFunc<int>("Note", (_, minutes) =>
            {
                Seen.Add($"{minutes} at {(Subject.Now - new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero)).TotalMinutes}");
                return Task.CompletedTask;
            }));
        int[] shuffled = [.. Enumerable.Range(1, 100).Select(i => (i * 37 % 101))];
        foreach (int minutes in shuffled)
        {
            await StartAsync("Wait", $"i{minutes}", minutes);
        }

        await PassAsync(TimeSpan.FromDays(1));

        Assert.Equal(Enumerable.Range(1, 100).Select(i => $"{i} at {i}"), Seen);
    }

    [Fact]
    [Trait("Time", "Long")]
    public async Task A_timer_in_the_past_fires_at_once()
    {
        await RegisterAsync(code => code.AddOrchestratorFunc<object?, string>("Wait", async (context, _) =>
        {
            await context.CreateTimer(context.CurrentUtcDateTime.AddDays(-1), CancellationToken.None);
            return "done";
        }));

        await StartAsync("Wait", "a");

        Assert.Equal("done", await OutputAsync<string>("a"));
    }

    [Fact]
    [Trait("Time", "Long")]
    public async Task A_cancelled_timer_is_not_waited_for_and_never_fires()
    {
        await RegisterAsync(code => code.AddOrchestratorFunc<object?, string>("Wait", async (context, _) =>
        {
            using var cancel = new CancellationTokenSource();
            Task timer = context.CreateTimer(TimeSpan.FromDays(1), cancel.Token);
            await context.WaitForExternalEvent<string>("go");
            cancel.Cancel();
            await Assert.ThrowsAsync<TaskCanceledException>(() => timer);
            await context.WaitForExternalEvent<string>("end");
            return timer.Status.ToString();
        }));
        await StartAsync("Wait", "a");
        await RaiseAsync("a", "go");

        await PassAsync(TimeSpan.FromDays(2));
        await RaiseAsync("a", "end");

        Assert.Equal("Canceled", await OutputAsync<string>("a"));
    }

    [Fact]
    [Trait("Time", "Long")]
    [Trait("InProcess", "Cannot")]
    public async Task A_start_in_the_future_waits_for_its_moment()
    {
        await RegisterAsync(code => code.AddOrchestratorFunc<object?, DateTime>("Now", (context, _) => Task.FromResult(context.CurrentUtcDateTime)));
        DateTimeOffset later = Subject.Now.AddDays(3);
        await Client.ScheduleNewOrchestrationInstanceAsync("Now", null, new StartOrchestrationOptions("a", later));

        await PassAsync(TimeSpan.FromDays(2));
        Assert.Equal(OrchestrationRuntimeStatus.Pending, await StatusAsync("a"));
        await PassAsync(TimeSpan.FromDays(2));

        Assert.Equal(later.UtcDateTime, await OutputAsync<DateTime>("a"));
    }

    [Fact]
    [Trait("Time", "Long")]
    public async Task The_clock_of_the_code_stands_still_between_its_waits()
    {
        await RegisterAsync(code => code.AddOrchestratorFunc<object?, bool>("Wait", async (context, _) =>
        {
            DateTime first = context.CurrentUtcDateTime;
            await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
            DateTime second = context.CurrentUtcDateTime;
            await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
            return second - first == TimeSpan.FromHours(1) && context.CurrentUtcDateTime - second == TimeSpan.FromHours(1);
        }));

        await StartAsync("Wait", "a");
        await PassAsync(TimeSpan.FromDays(1));

        Assert.True(await OutputAsync<bool>("a"));
    }
}
