using Microsoft.Extensions.DependencyInjection;
using Rettidig.SelfHost.Hosting;
using Rettidig.SelfHost.Pumps;
using Rettidig.SelfHost.Time;

namespace Rettidig.Contract.Tests.Hosting;

public sealed class SimulationTests
{
    private readonly SimulatedClock clock = new(TestApp.Monday);
    private readonly PumpSet pumps = new();
    private readonly List<string> done = [];

    [Fact]
    public async Task Work_is_done_by_stage_and_what_it_leads_to_in_the_next_round()
    {
        FakePump timer = Add(PumpStage.Timers, "timer");
        FakePump activity = Add(PumpStage.Activities, "activity");
        FakePump message = Add(PumpStage.Messages, "message");
        timer.Give(() => message.Give());
        activity.Give();
        message.Give();
        message.Give();

        await Driver().SettleAsync();

        Assert.Equal(["message", "message", "activity", "timer", "message"], done);
    }

    [Fact]
    public async Task The_clock_jumps_from_one_due_moment_to_the_next_and_rests_at_the_end()
    {
        FakePump pump = Add(PumpStage.Timers, "timer");
        pump.At(TestApp.Monday.AddDays(30));
        pump.At(TestApp.Monday.AddDays(10));
        pump.At(TestApp.Monday.AddDays(31));

        await Driver().RunUntilAsync(TestApp.Monday.AddDays(30));

        Assert.Equal(["timer 12 March", "timer 01 April"], done);
        Assert.Equal(TestApp.Monday.AddDays(30), clock.GetUtcNow());
    }

    [Fact]
    public async Task A_quiet_pump_is_not_looked_into_at_every_jump()
    {
        FakePump busy = Add(PumpStage.Timers, "timer");
        FakePump quiet = Add(PumpStage.Messages, "message");
        for (int hour = 1; hour <= 100; hour++)
        {
            busy.At(TestApp.Monday.AddHours(hour));
        }

        await Driver().RunUntilAsync(TestApp.Monday.AddHours(100));

        Assert.Equal(100, done.Count);
        Assert.Equal(1, quiet.Looks);
    }

    [Fact]
    public async Task A_pump_that_promises_work_it_does_not_have_is_found_out()
    {
        FakePump pump = Add(PumpStage.Messages, "liar");
        pump.Promise(TestApp.Monday.AddHours(1));

        string message = (await Assert.ThrowsAsync<InvalidOperationException>(() => Driver().RunUntilAsync(TestApp.Monday.AddHours(2)))).Message;

        Assert.StartsWith("Bug in the pump 'liar'", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_host_on_the_real_clock_cannot_be_stepped() =>
        Assert.Contains("SimulatedClock", Assert.Throws<InvalidOperationException>(() =>
            Simulation.Of(new ServiceCollection().AddSingleton(TimeProvider.System).BuildServiceProvider())).Message, StringComparison.Ordinal);

    private FakePump Add(PumpStage stage, string name)
    {
        var pump = new FakePump(name, clock, done);
        pumps.Add(stage, pump);
        return pump;
    }

    private Simulation Driver() =>
        Simulation.Of(new ServiceCollection().AddSingleton<TimeProvider>(clock).AddSingleton(pumps).BuildServiceProvider());

    private sealed class FakePump(string name, SimulatedClock clock, List<string> done) : IPump
    {
        private readonly Queue<Action?> work = new();
        private readonly SortedSet<DateTimeOffset> moments = [];
        private DateTimeOffset? promise;

        public int Looks { get; private set; }

        public string Name => name;

        public int Concurrency => 1;

        public PumpSignal Signal { get; } = new();

        public DateTimeOffset? NextDue => promise ?? (moments.Count > 0 ? moments.Min : null);

        public void Give(Action? then = null)
        {
            work.Enqueue(then);
            Signal.Set();
        }

        public void At(DateTimeOffset moment) => moments.Add(moment);

        public void Promise(DateTimeOffset moment) => promise = moment;

        public ValueTask<bool> StepAsync(CancellationToken cancellationToken)
        {
            Looks++;
            if (work.TryDequeue(out Action? then))
            {
                done.Add(name);
                then?.Invoke();
                return ValueTask.FromResult(true);
            }

            if (moments.Count > 0 && moments.Min <= clock.GetUtcNow())
            {
                moments.Remove(moments.Min);
                done.Add($"{name} {clock.GetUtcNow():dd MMMM}");
                return ValueTask.FromResult(true);
            }

            return ValueTask.FromResult(false);
        }
    }
}
