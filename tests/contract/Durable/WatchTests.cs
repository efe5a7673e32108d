using System.Diagnostics.Metrics;
using Microsoft.DurableTask;
using Rettidig.SelfHost.Durable;

namespace Rettidig.Contract.Tests.Durable;

/// <summary>What those see who look after the engine.</summary>
public sealed class WatchTests
{
    [Fact]
    public async Task Instances_are_told_apart_by_what_they_are_doing()
    {
        await using EmbeddedSubject subject = await SubjectAsync();

        EngineWatch watch = subject.Engine.Watch;

        EngineCounts counts = watch.Counts();
        Assert.Equal((3, 1, 1, 1, 2), (counts.Open, counts.Running, counts.Failed, counts.Ended, counts.Waiting));
        Assert.Equal(KeptStories.Start.AddDays(30), counts.NextTimer);
        Assert.Equal(["a-listener", "a-sleeper"], watch.Instances(WatchedKind.Waiting, 10).Select(instance => instance.Id));
        Assert.Equal("late", Assert.Single(watch.Instances(WatchedKind.Running, 10)).Id);
        Assert.Equal("System.FormatException: inner", Assert.Single(watch.Instances(WatchedKind.Failed, 10)).Failure);
        Assert.Equal("a-done", Assert.Single(watch.Instances(WatchedKind.Ended, 10)).Id);
        Assert.Equal(KeptStories.Start.AddDays(30), watch.Find("a-sleeper")!.WakesAt);
    }

    [Fact]
    public async Task A_history_says_what_came_and_what_was_asked_for_and_nothing_of_what_was_in_it()
    {
        await using EmbeddedSubject subject = await SubjectAsync();
        await subject.Client.RaiseEventAsync("a-listener", "news", "0101101234");
        await subject.SettleAsync();

        IReadOnlyList<WatchedTurn> turns = subject.Engine.Watch.History("a-listener");

        Assert.Equal([["begyndte"], ["hændelsen news"]], turns.Select(turn => turn.Received.ToArray()));
        Assert.Equal(["et tidspunkt (trin 0)"], Assert.Single(subject.Engine.Watch.History("a-sleeper")).Asked);
        Assert.DoesNotContain("0101101234", string.Join(' ', turns.SelectMany(turn => turn.Received.Concat(turn.Asked))));
    }

    [Fact]
    public async Task The_history_of_a_finished_instance_is_not_kept()
    {
        await using EmbeddedSubject subject = await SubjectAsync();

        Assert.Empty(subject.Engine.Watch.History("a-done"));
        Assert.NotNull(subject.Engine.Watch.Find("a-done"));
    }

    [Fact]
    public async Task What_happens_is_counted()
    {
        var counted = new Dictionary<string, double>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, meter) =>
        {
            if (instrument.Meter.Name == "Rettidig.SelfHost")
            {
                meter.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Count(instrument.Name, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Count(instrument.Name, value, tags));
        listener.Start();

        await using EmbeddedSubject subject = await SubjectAsync();
        await subject.PassAsync(TimeSpan.FromDays(31));

        lock (counted)
        {
            Assert.Equal(1, counted["selfhost.orchestrations.ended orchestrator=Failed-watched status=Failed"]);
            Assert.Equal(1, counted["selfhost.orchestrations.ended orchestrator=Sleeper-watched status=Completed"]);
            Assert.Equal((1, 2), (counted["selfhost.orchestrations.started orchestrator=Sleeper-watched"], counted["selfhost.orchestrations.started orchestrator=Done-watched"]));
        }

        void Count(string name, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            string key = name;
            foreach ((string tag, object? of) in tags)
            {
                key += $" {tag}={of}";
            }

            lock (counted)
            {
                counted[key] = counted.GetValueOrDefault(key) + value;
            }
        }
    }

    private static async Task<EmbeddedSubject> SubjectAsync()
    {
        var subject = new EmbeddedSubject();
        await subject.StartAsync(code => code
            .AddOrchestratorFunc<object?>("Sleeper-watched", (context, _) => context.CreateTimer(TimeSpan.FromDays(30), CancellationToken.None))
            .AddOrchestratorFunc<object?, string>("Listener-watched", async (context, _) =>
                await context.WaitForExternalEvent<string>("news") + await context.WaitForExternalEvent<string>("news"))
            .AddOrchestratorFunc<object?, string>("Done-watched", (_, _) => Task.FromResult("æøå"))
            .AddOrchestratorFunc<object?>("Failed-watched", (_, _) => throw new InvalidOperationException("outer", new FormatException("inner"))));
        foreach (string story in (string[])["Sleeper", "Listener", "Done", "Failed"])
        {
            await subject.Client.ScheduleNewOrchestrationInstanceAsync($"{story}-watched", new StartOrchestrationOptions($"a-{story.ToLowerInvariant()}"));
        }

        await subject.SettleAsync();
        await subject.Client.ScheduleNewOrchestrationInstanceAsync("Done-watched", new StartOrchestrationOptions("late"));
        return subject;
    }
}
