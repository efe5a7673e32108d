using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Rettidig.Contract.Tests.Durable;

public abstract class ContinueAsNewContract : DurableContract
{
    [Fact]
    public async Task It_starts_over_with_the_new_input()
    {
        await RegisterAsync(code => code.AddOrchestratorFunc<int, int>("Count", (context, i) =>
        {
            if (i < 100)
            {
                context.ContinueAsNew(i + 1);
            }

            return Task.FromResult(i);
        }));

        await StartAsync("Count", "a", 0);

        Assert.Equal(100, await OutputAsync<int>("a"));
    }

    [Fact]
    [Trait("Time", "Long")]
    [Trait("Difference", "no. 2")]
    public async Task No_event_is_lost_between_one_life_and_the_next()
    {
        await RegisterAsync(code => code
            .AddOrchestratorFunc<int, int>("Gather", GatherAsync)
            .AddActivityFunc<string>("Note", (_, news) =>
            {
                Seen.Add(news);
                return Task.CompletedTask;
            }));
        await StartAsync("Gather", "a", 0);

        foreach (int i in Enumerable.Range(1, 200))
        {
            await Client.RaiseEventAsync("a", "news", $"{i}");
            if (i % 7 == 0)
            {
                await SettleAsync();
            }
        }

        await PassAsync(TimeSpan.FromDays(1));

        Assert.Equal(Enumerable.Range(1, 200).Select(i => $"{i}"), Seen);
        Assert.Equal(200, (await InstanceAsync("a")).ReadInputAs<int>());
    }

    [Fact]
    public async Task Events_keep_their_order_however_often_it_starts_over_at_once()
    {
        await RegisterAsync(code => code.AddOrchestratorFunc<string, string>("Gather", async (context, seen) =>
        {
            string news = await context.WaitForExternalEvent<string>("news");
            if (news == "3")
            {
                context.SendEvent(context.InstanceId, "news", "last");
            }

            context.ContinueAsNew($"{seen} {news}");
            return seen;
        }));
        await Client.ScheduleNewOrchestrationInstanceAsync("Gather", string.Empty, new StartOrchestrationOptions("a"));
        string[] all = [.. Enumerable.Range(1, 300).Select(i => $"{i}"), "last"];
        foreach (string news in all[..^1])
        {
            await Client.RaiseEventAsync("a", "news", news);
        }

        await SettleAsync();

        Assert.Equal($" {string.Join(' ', all)}", (await InstanceAsync("a")).ReadInputAs<string>());
    }

    [Fact]
    [Trait("Time", "Long")]
    public async Task Events_can_be_left_behind()
    {
        await RegisterAsync(code => code.AddOrchestratorFunc<string, string>("Wait", async (context, life) =>
        {
            if (life == "first")
            {
                await context.WaitForExternalEvent<string>("go");
                context.ContinueAsNew("second", preserveUnprocessedEvents: false);
                return string.Empty;
            }

            return await context.WaitForExternalEvent<string>("news", TimeSpan.FromDays(1));
        }));
        await StartAsync("Wait", "a", "first");
        await RaiseAsync("a", "news", "old");
        await RaiseAsync("a", "go");
        await RaiseAsync("a", "news", "new");

        Assert.Equal("new", await OutputAsync<string>("a"));
    }

    [Fact]
    [Trait("Time", "Long")]
    public async Task A_timer_of_an_earlier_life_does_not_disturb_the_next()
    {
        await RegisterAsync(code => code.AddOrchestratorFunc<string, string>("Wait", async (context, life) =>
        {
            using var done = new CancellationTokenSource();
            Task timer = context.CreateTimer(TimeSpan.FromDays(life == "first" ? 1 : 30), done.Token);
            Task<string> news = context.WaitForExternalEvent<string>("news");
            if (await Task.WhenAny(timer, news) == timer)
            {
                return $"timer on day {(context.CurrentUtcDateTime - new DateTime(2026, 3, 2, 8, 0, 0)).TotalDays}";
            }

            done.Cancel();
            context.ContinueAsNew("second");
            return string.Empty;
        }));
        await StartAsync("Wait", "a", "first");
        await RaiseAsync("a", "news");
        await PassAsync(TimeSpan.FromDays(60));

        Assert.Equal("timer on day 30", await OutputAsync<string>("a"));
    }

    [Fact]
    public async Task An_activity_of_an_earlier_life_does_not_answer_the_next()
    {
        await RegisterAsync(code => code
            .AddOrchestratorFunc<string, string>("Ask", async (context, life) =>
            {
                Task<string> answer = context.CallActivityAsync<string>("Answer", life);
                if (life == "first")
                {
                    context.ContinueAsNew("second");
                    return string.Empty;
                }

                return await answer;
            })
            .AddActivityFunc<string, string>("Answer", (_, life) => life));

        await StartAsync("Ask", "a", "first");

        Assert.Equal("second", await OutputAsync<string>("a"));
    }

    [Fact]
    public async Task Random_ids_differ_from_life_to_life()
    {
        await RegisterAsync(code => code.AddOrchestratorFunc<Guid, bool>("Ids", (context, before) =>
        {
            Guid id = context.NewGuid();
            if (before == Guid.Empty)
            {
                context.ContinueAsNew(id);
            }

            return Task.FromResult(id != before && id != context.NewGuid());
        }));

        await StartAsync("Ids", "a", Guid.Empty);

        Assert.True(await OutputAsync<bool>("a"));
    }

    [Fact]
    [Trait("Time", "Long")]
    public async Task A_placement_that_wakes_every_21_days_for_18_years_stays_as_small_as_on_the_first_day()
    {
        int wakes = 0;
        await RegisterAsync(code => code
            .AddOrchestratorFunc<string>("Lifecycle", LifecycleAsync)
            .AddActivityFunc<string>("Reconcile", (_, _) =>
            {
                wakes++;
                return Task.CompletedTask;
            }));
        await StartAsync("Lifecycle", "placement:101:p1", "p1");

        await PassAsync(TimeSpan.FromDays(21 * 313));

        Assert.Equal(314, wakes);
        Assert.Equal(OrchestrationRuntimeStatus.Running, await StatusAsync("placement:101:p1"));
    }

    private static async Task LifecycleAsync(TaskOrchestrationContext context, string placement)
    {
        await context.CallActivityAsync("Reconcile", placement);
        using var done = new CancellationTokenSource();
        await Task.WhenAny(
            context.WaitForExternalEvent<string>("news", done.Token),
            context.CreateTimer(TimeSpan.FromDays(21), done.Token));
        done.Cancel();
        context.ContinueAsNew(placement);
    }

    private static async Task<int> GatherAsync(TaskOrchestrationContext context, int count)
    {
        string news = await context.WaitForExternalEvent<string>("news");
        await context.CallActivityAsync("Note", news);
        context.ContinueAsNew(count + 1);
        return count;
    }
}
