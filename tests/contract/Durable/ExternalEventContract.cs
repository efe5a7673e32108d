using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Rettidig.Contract.Tests.Durable;

public abstract class ExternalEventContract : DurableContract
{
    [Fact]
    public async Task An_event_wakes_the_one_who_waits_for_it_whatever_the_case_of_its_name()
    {
        await RegisterAsync(code => code.AddOrchestratorFunc<object?, string>("Wait", (context, _) => context.WaitForExternalEvent<string>("News")));
        await StartAsync("Wait", "a");

        await RaiseAsync("a", "nEWS", "besøg");

        Assert.Equal("besøg", await OutputAsync<string>("a"));
    }

    [Fact]
    [Trait("Time", "Long")]
    public async Task Events_that_come_before_somebody_waits_are_kept_in_order()
    {
        await RegisterAsync(code => code.AddOrchestratorFunc<object?, string>("Wait", async (context, _) =>
        {
            await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
            string all = string.Empty;
            for (int i = 0; i < 3; i++)
            {
                all += await context.WaitForExternalEvent<string>("news");
            }

            return all;
        }));
        await StartAsync("Wait", "a");
        await RaiseAsync("a", "news", "1");
        await RaiseAsync("a", "other", "x");
        await RaiseAsync("a", "news", "2");
        await RaiseAsync("a", "news", "3");

        await PassAsync(TimeSpan.FromDays(1));

        Assert.Equal("123", await OutputAsync<string>("a"));
    }

    [Fact]
    [Trait("Time", "Long")]
    [Trait("InProcess", "Cannot")]
    public async Task An_event_that_comes_before_the_start_is_kept()
    {
        await RegisterAsync(code => code.AddOrchestratorFunc<object?, string>("Wait", (context, _) => context.WaitForExternalEvent<string>("news")));
        await Client.ScheduleNewOrchestrationInstanceAsync("Wait", null, new StartOrchestrationOptions("a", Subject.Now.AddDays(1)));
        await RaiseAsync("a", "news", "tidligt");
        Assert.Equal(OrchestrationRuntimeStatus.Pending, await StatusAsync("a"));

        await PassAsync(TimeSpan.FromDays(1));

        Assert.Equal("tidligt", await OutputAsync<string>("a"));
    }

    [Fact]
    public async Task Of_several_who_wait_for_one_name_the_latest_is_answered_first()
    {
        await RegisterAsync(code => code.AddOrchestratorFunc<object?, string[]>("Wait", (context, _) => Task.WhenAll(
            context.WaitForExternalEvent<string>("news"), context.WaitForExternalEvent<string>("news"))));
        await StartAsync("Wait", "a");
        await RaiseAsync("a", "news", "first");
        await RaiseAsync("a", "news", "second");

        Assert.Equal(["second", "first"], (await OutputAsync<string[]>("a"))!);
    }

    [Fact]
    public async Task Events_that_came_before_are_taken_by_those_who_ask_later_in_the_order_of_asking()
    {
        await RegisterAsync(code => code.AddOrchestratorFunc<object?, string[]>("Wait", async (context, _) =>
        {
            await context.CreateTimer(TimeSpan.FromSeconds(10), CancellationToken.None);
            return await Task.WhenAll(context.WaitForExternalEvent<string>("news"), context.WaitForExternalEvent<string>("NEWS"));
        }));
        await StartAsync("Wait", "a");
        await RaiseAsync("a", "news", "first");
        await RaiseAsync("a", "News", "second");
        await PassAsync(TimeSpan.FromSeconds(10));

        Assert.Equal(["first", "second"], (await OutputAsync<string[]>("a"))!);
    }

    [Fact]
    public async Task Those_who_wait_for_one_name_must_agree_on_its_type()
    {
        await RegisterAsync(code => code.AddOrchestratorFunc<object?>("Wait", (context, _) =>
            Task.WhenAll(context.WaitForExternalEvent<string>("news"), context.WaitForExternalEvent<int>("News"))));

        await StartAsync("Wait", "a");

        Assert.Equal("System.ArgumentException", (await InstanceAsync("a")).FailureDetails!.ErrorType);
    }

    [Fact]
    public async Task A_name_that_nobody_waits_for_any_more_may_have_another_type()
    {
        await RegisterAsync(code => code.AddOrchestratorFunc<object?, string>("Wait", async (context, _) =>
            await context.WaitForExternalEvent<string>("news") + await context.WaitForExternalEvent<int>("news")));
        await StartAsync("Wait", "a");
        await RaiseAsync("a", "news", "nr. ");
        await RaiseAsync("a", "news", 7);

        Assert.Equal("nr. 7", await OutputAsync<string>("a"));
    }

    [Fact]
    [Trait("Time", "Long")]
    [Trait("Difference", "no. 1")]
    public async Task A_wait_that_was_cancelled_takes_no_event()
    {
        await RegisterAsync(code => code.AddOrchestratorFunc<object?, string>("Wait", async (context, _) =>
        {
            using var cancel = new CancellationTokenSource();
            Task<string> abandoned = context.WaitForExternalEvent<string>("news", cancel.Token);
            await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
            cancel.Cancel();
            await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
            return $"{abandoned.Status} {await context.WaitForExternalEvent<string>("news")}";
        }));
        await StartAsync("Wait", "a");
        await PassAsync(TimeSpan.FromDays(1));
        await RaiseAsync("a", "news", "besøg");
        await PassAsync(TimeSpan.FromDays(1));

        Assert.Equal("Canceled besøg", await OutputAsync<string>("a"));
    }

    [Fact]
    [Trait("Time", "Long")]
    public async Task An_event_wins_against_a_timer_that_is_not_due()
    {
        await RegisterAsync(code => code.AddOrchestratorFunc<object?, string>("Race", RaceAsync));
        await StartAsync("Race", "a");
        await PassAsync(TimeSpan.FromHours(23));
        await RaiseAsync("a", "news", "besøg");

        Assert.Equal("besøg", await OutputAsync<string>("a"));
    }

    [Fact]
    [Trait("Time", "Long")]
    public async Task A_timer_wins_when_no_event_comes()
    {
        await RegisterAsync(code => code.AddOrchestratorFunc<object?, string>("Race", RaceAsync));
        await StartAsync("Race", "a");
        await PassAsync(TimeSpan.FromDays(1));

        Assert.Equal("tid", await OutputAsync<string>("a"));
    }

    [Fact]
    [Trait("Time", "Long")]
    public async Task Waiting_with_a_time_limit_ends_with_the_event_or_with_the_time()
    {
        await RegisterAsync(code => code.AddOrchestratorFunc<object?, string>("Wait", async (context, _) =>
        {
            try
            {
                return await context.WaitForExternalEvent<string>("news", TimeSpan.FromDays(1));
            }
            catch (TaskCanceledException)
            {
                return "tid";
            }
        }));
        await StartAsync("Wait", "heard");
        await StartAsync("Wait", "silent");
        await RaiseAsync("heard", "news", "besøg");
        await PassAsync(TimeSpan.FromDays(1));

        Assert.Equal("besøg", await OutputAsync<string>("heard"));
        Assert.Equal("tid", await OutputAsync<string>("silent"));
    }

    [Fact]
    public async Task An_event_to_nobody_or_to_somebody_finished_is_dropped()
    {
        await RegisterAsync(code => code.AddOrchestratorFunc<object?, string>("Done", (_, _) => Task.FromResult("done")));
        await StartAsync("Done", "a");

        await RaiseAsync("a", "news", "too late");
        await RaiseAsync("nobody", "news", "lost");

        Assert.Equal("done", await OutputAsync<string>("a"));
        Assert.Null(await Client.GetInstanceAsync("nobody"));
    }

    [Fact]
    public async Task One_orchestration_can_send_an_event_to_another()
    {
        await RegisterAsync(code => code
            .AddOrchestratorFunc<object?, string>("Wait", (context, _) => context.WaitForExternalEvent<string>("news"))
            .AddOrchestratorFunc<object?>("Send", (context, _) =>
            {
                context.SendEvent("a", "news", "fra b");
                context.SendEvent("nobody", "news", "lost");
                return Task.CompletedTask;
            }));
        await StartAsync("Wait", "a");
        await StartAsync("Send", "b");

        Assert.Equal("fra b", await OutputAsync<string>("a"));
    }

    private static async Task<string> RaceAsync(TaskOrchestrationContext context, object? input)
    {
        using var cancel = new CancellationTokenSource();
        Task<string> news = context.WaitForExternalEvent<string>("news", cancel.Token);
        Task first = await Task.WhenAny(news, context.CreateTimer(TimeSpan.FromDays(1), cancel.Token));
        cancel.Cancel();
        return first == news ? await news : "tid";
    }
}
