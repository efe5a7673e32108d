using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Rettidig.SelfHost.Pumps;
using Rettidig.SelfHost.Time;

namespace Rettidig.Contract.Tests.Hosting;

public sealed class PumpRunnerTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly SimulatedClock clock = new(TestApp.Monday);
    private readonly ScriptedPump pump = new();

    [Fact]
    public async Task Work_that_is_signalled_is_done()
    {
        using PumpRunner runner = await Running();

        pump.Give(() => Task.CompletedTask);

        await pump.Done.Task.WaitAsync(Patience);
        await runner.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task A_step_that_crashes_does_not_end_the_loop()
    {
        using PumpRunner runner = await Running();
        var crashed = new TaskCompletionSource();
        pump.Give(() =>
        {
            crashed.SetResult();
            throw new InvalidOperationException("Crash.");
        });
        await crashed.Task.WaitAsync(Patience);

        pump.Give(() => Task.CompletedTask);
        while (!pump.Done.Task.IsCompleted)
        {
            // The pause after a crash is on this clock; it may not have begun when the first jump comes.
            clock.JumpTo(clock.GetUtcNow().AddSeconds(5));
            await Task.Yield();
        }

        await runner.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task What_falls_due_is_done_though_its_moment_could_not_be_told_at_first()
    {
        pump.Concurrency = 1;
        pump.Unreadable = new InvalidOperationException("Unreadable.");
        using PumpRunner runner = await Running();
        pump.GiveUnsignalled(() => Task.CompletedTask);
        var waited = Stopwatch.StartNew();

        while (!pump.Done.Task.IsCompleted && waited.Elapsed < Patience)
        {
            clock.JumpTo(clock.GetUtcNow().AddMinutes(1));
            await Task.Yield();
        }

        Assert.True(pump.Done.Task.IsCompletedSuccessfully);
        Assert.Null(pump.Unreadable);
        await runner.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task A_step_in_flight_is_finished_before_the_host_stops()
    {
        using PumpRunner runner = await Running();
        var begun = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        pump.Give(async () =>
        {
            begun.SetResult();
            await release.Task;
        });
        await begun.Task.WaitAsync(Patience);

        Task stop = runner.StopAsync(CancellationToken.None);
        Assert.False(stop.IsCompleted);
        release.SetResult();
        await stop.WaitAsync(Patience);

        Assert.True(pump.Done.Task.IsCompletedSuccessfully);
    }

    private async Task<PumpRunner> Running()
    {
        var pumps = new PumpSet();
        pumps.Add(PumpStage.Messages, pump);
        var runner = new PumpRunner(pumps, clock, NullLogger<PumpRunner>.Instance);
        await runner.StartAsync(CancellationToken.None);
        return runner;
    }

    private sealed class ScriptedPump : IPump
    {
        private Func<Task>? work;
        private Exception? unreadable;

        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string Name => "scripted";

        public int Concurrency { get; set; } = 3;

        public PumpSignal Signal { get; } = new();

        /// <summary>Thrown once by the next who asks what falls due.</summary>
        public Exception? Unreadable
        {
            get => Volatile.Read(ref unreadable);
            set => Volatile.Write(ref unreadable, value);
        }

        public DateTimeOffset? NextDue => Interlocked.Exchange(ref unreadable, null) is { } failure ? throw failure : null;

        /// <summary>Work that a loop finds only when it looks because of the clock.</summary>
        public void GiveUnsignalled(Func<Task> given)
        {
            while (Unreadable is not null)
            {
                Thread.Yield();
            }

            Volatile.Write(ref work, given);
        }

        public void Give(Func<Task> given)
        {
            Volatile.Write(ref work, given);
            Signal.Set();
        }

        public async ValueTask<bool> StepAsync(CancellationToken cancellationToken)
        {
            if (Interlocked.Exchange(ref work, null) is not { } taken)
            {
                return false;
            }

            await taken();
            Done.TrySetResult();
            return true;
        }
    }
}
