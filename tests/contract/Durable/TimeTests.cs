using System.Globalization;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Converters;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.Logging.Abstractions;
using Rettidig.SelfHost.Durable;
using Rettidig.SelfHost.Storage;

namespace Rettidig.Contract.Tests.Durable;

/// <summary>What holds of time in every story: in order, never early, whatever the clock does.</summary>
public sealed class TimeTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 20)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Timers_fire_in_the_order_of_their_moments_and_never_early_though_activities_take_time(int seed)
    {
        var random = new Random(seed);
        var fired = new List<(DateTime Due, DateTime At, DateTime Seen)>();
        await using var subject = new EmbeddedSubject();
        await subject.StartAsync(code => code
            .AddOrchestratorFunc<int>("Wait", async (context, minutes) =>
            {
                DateTime due = KeptStories.Start.UtcDateTime.AddMinutes(minutes);
                await context.CreateTimer(due, CancellationToken.None);
                fired.Add((due, subject.Now.UtcDateTime, context.CurrentUtcDateTime));
                await context.CallActivityAsync("Work", random.Next(0, 90));
            })
            .AddActivityFunc<int>("Work", (_, minutes) =>
            {
                // An hour and a half at most, in which other timers fall due.
                subject.Clock.JumpTo(subject.Now.AddMinutes(minutes));
                return Task.CompletedTask;
            }));
        foreach (int i in Enumerable.Range(0, 60))
        {
            await subject.Client.ScheduleNewOrchestrationInstanceAsync("Wait", random.Next(1, 3000), new StartOrchestrationOptions($"i{i}"));
        }

        await subject.PassAsync(TimeSpan.FromDays(10));

        // Each is replayed once more when its activity has answered: then it has been heard already.
        (DateTime Due, DateTime At, DateTime Seen)[] first = [.. fired.DistinctBy(one => (one.Due, one.Seen))];
        Assert.All(first, one => Assert.True(one.Due <= one.At && one.Due <= one.Seen, $"{one} is early."));
        Assert.Equal(first.Select(one => one.Due).Order(), first.Select(one => one.Due));
    }

    [Fact]
    public async Task An_activity_that_waits_on_the_clock_takes_that_time_and_what_falls_due_meanwhile_comes_after_it()
    {
        var seen = new List<string>();
        await using var subject = new EmbeddedSubject();
        void Note(string what) => seen.Add($"{what} after {(subject.Now - KeptStories.Start).TotalMinutes}");
        await subject.StartAsync(code => code
            .AddOrchestratorFunc<object?>("Work", (context, _) => context.CallActivityAsync("Work"))
            .AddOrchestratorFunc<int>("Wait", async (context, minutes) =>
            {
                await context.CreateTimer(TimeSpan.FromMinutes(minutes), CancellationToken.None);
                Note($"timer of {minutes}");
            })
            .AddActivityFunc("Work", async _ =>
            {
                await Task.WhenAll(Task.Delay(TimeSpan.FromMinutes(30), subject.Clock), Task.Delay(TimeSpan.FromMinutes(20), subject.Clock));
                Note("half");
                await Task.Delay(TimeSpan.FromMinutes(15), subject.Clock);
                Note("work");
            }));
        foreach (int minutes in (int[])[60, 40, 10])
        {
            await subject.Client.ScheduleNewOrchestrationInstanceAsync("Wait", minutes);
        }

        await subject.Client.ScheduleNewOrchestrationInstanceAsync("Work");
        await subject.PassAsync(TimeSpan.FromHours(1));

        Assert.Equal(["half after 30", "work after 45", "timer of 10 after 45", "timer of 40 after 45", "timer of 60 after 60"], seen);
    }

    [Fact]
    public async Task Work_that_waits_for_something_else_is_not_hurried_to_its_limit_of_time()
    {
        bool expired = true;
        await using var subject = new EmbeddedSubject();
        await subject.StartAsync(code => code
            .AddOrchestratorFunc<object?>("Work", (context, _) => context.CallActivityAsync("Work"))
            .AddActivityFunc("Work", async _ =>
            {
                using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1), subject.Clock);
                using var often = new PeriodicTimer(TimeSpan.FromSeconds(1), subject.Clock);
                await Task.Run(() => Thread.Yield(), CancellationToken.None);
                expired = limit.IsCancellationRequested;
            }));

        await subject.Client.ScheduleNewOrchestrationInstanceAsync("Work");
        await subject.SettleAsync();

        Assert.False(expired);
        Assert.Equal(KeptStories.Start, subject.Now);
    }

    [Fact]
    public async Task A_simulation_on_a_durable_file_does_the_same_in_the_same_order()
    {
        List<string> durable = await OrderAsync(StoreDurability.Full);

        Assert.Equal(200, durable.Count);
        Assert.Equal(await OrderAsync(StoreDurability.None), durable);
    }

    [Theory]
    [InlineData("2026-03-28")]
    [InlineData("2026-10-24")]
    public async Task Across_the_change_of_summer_time_an_hour_is_an_hour(string day)
    {
        DateTimeOffset start = DateTimeOffset.Parse(day, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        var seen = new List<double>();
        await using var subject = new EmbeddedSubject(start, null);
        await subject.StartAsync(code => code.AddOrchestratorFunc<int>("Hours", async (context, _) =>
        {
            for (int hour = 1; hour <= 48; hour++)
            {
                await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
                if (!context.IsReplaying)
                {
                    seen.Add((context.CurrentUtcDateTime - start.UtcDateTime).TotalHours);
                }
            }
        }));
        await subject.Client.ScheduleNewOrchestrationInstanceAsync("Hours", 0, new StartOrchestrationOptions("a"));

        await subject.PassAsync(TimeSpan.FromDays(2));

        Assert.Equal(Enumerable.Range(1, 48).Select(hour => (double)hour), seen);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(60)]
    [InlineData(365 * 24 * 3600)]
    [InlineData(18L * 365 * 24 * 3600)]
    public async Task A_timer_costs_the_same_number_of_writes_however_long_it_is(long seconds)
    {
        await using var subject = new EmbeddedSubject();
        int writes = 0;
        await subject.StartAsync(code => code.AddOrchestratorFunc<long>("Wait", (context, wait) => context.CreateTimer(TimeSpan.FromSeconds(wait), CancellationToken.None)));
        subject.Store.AfterCommit = () => writes++;
        await subject.Client.ScheduleNewOrchestrationInstanceAsync("Wait", seconds, new StartOrchestrationOptions("a"));

        await subject.PassAsync(TimeSpan.FromSeconds(seconds));

        Assert.True((await subject.Client.GetInstanceAsync("a"))!.IsCompleted);
        // The start, the turn that asks for the timer, the timer, and the turn that ends.
        Assert.Equal(4, writes);
    }

    [Fact]
    public async Task A_clock_that_is_set_back_makes_nothing_early_and_time_does_not_run_backwards_in_the_code()
    {
        var clock = new WallClock { Now = KeptStories.Start };
        string folder = Directory.CreateTempSubdirectory("time-").FullName;
        var times = new List<DateTime>();
        await using (SqliteStore store = SqliteStore.Open(Path.Combine(folder, "test.db"), StoreDurability.None))
        {
            var engine = new DurableEngine(store, clock, new DurableOptions(), NullLoggerFactory.Instance);
            new EmbeddedWorker(engine, JsonDataConverter.Default, NullLoggerFactory.Instance).Add(new DurableTaskRegistry()
                .AddOrchestratorFunc<object?>("Wait", async (context, _) =>
                {
                    Task timer = context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
                    times.Add(context.CurrentUtcDateTime);
                    await context.WaitForExternalEvent<string>("news");
                    times.Add(context.CurrentUtcDateTime);
                    await timer;
                    times.Add(context.CurrentUtcDateTime);
                }));
            var client = new EmbeddedDurableTaskClient(engine, JsonDataConverter.Default);
            await client.ScheduleNewOrchestrationInstanceAsync("Wait", new StartOrchestrationOptions("a"));
            await StepAsync(engine);
            clock.Now = KeptStories.Start.AddHours(-5);
            await client.RaiseEventAsync("a", "news");
            await StepAsync(engine);
            clock.Now = KeptStories.Start.AddMinutes(59);
            await StepAsync(engine);
            Assert.False((await client.GetInstanceAsync("a"))!.IsCompleted);
            clock.Now = KeptStories.Start.AddHours(1);
            await StepAsync(engine);

            Assert.True((await client.GetInstanceAsync("a"))!.IsCompleted);
        }

        Directory.Delete(folder, recursive: true);
        DateTime start = KeptStories.Start.UtcDateTime;
        Assert.Equal([start, start.AddHours(1)], times.Distinct());
    }

    /// <summary>Forty instances with five activities each, at most two of which wait for the same minute.</summary>
    private static async Task<List<string>> OrderAsync(StoreDurability durability)
    {
        var order = new List<string>();
        await using var subject = new EmbeddedSubject(KeptStories.Start, null, durability);
        await subject.StartAsync(code => code
            .AddOrchestratorFunc<int>("Work", async (context, number) =>
            {
                for (int step = 1; step <= 5; step++)
                {
                    await context.CallActivityAsync("Note", $"{number}.{step}");
                    await context.CreateTimer(TimeSpan.FromMinutes((number * step % 20) + 1), CancellationToken.None);
                }
            })
            .AddActivityFunc<string>("Note", (_, what) =>
            {
                order.Add($"{what} {subject.Now:T}");
                return Task.CompletedTask;
            }));
        foreach (int number in Enumerable.Range(1, 40))
        {
            await subject.Client.ScheduleNewOrchestrationInstanceAsync("Work", number, new StartOrchestrationOptions($"i{number}"));
        }

        await subject.PassAsync(TimeSpan.FromHours(3));
        Assert.True((await subject.Client.GetInstanceAsync("i7"))!.IsCompleted);
        return order;
    }

    private static async Task StepAsync(DurableEngine engine)
    {
        while (await engine.OrchestrationPump.StepAsync(CancellationToken.None))
        {
        }
    }

    private sealed class WallClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
