using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Rettidig.SelfHost.Storage;

namespace Rettidig.SelfHost.Pumps;

/// <summary>Steps the pumps of the running service, each on its own loops, until the host stops.</summary>
public sealed class PumpRunner(PumpSet pumps, TimeProvider time, ILogger<PumpRunner> log) : IHostedService, IDisposable
{
    /// <summary>After a failure that a pump did not handle: long enough not to fill the log, short enough to be forgotten.</summary>
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(5);

    /// <summary>Looks again now and then even so: a laptop that slept, or a clock that was set.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    /// <summary>How long the steps in flight have to finish once the host stops.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(8);

    private readonly CancellationTokenSource stopping = new();
    private readonly CancellationTokenSource abandoning = new();
    private readonly List<Task> loops = [];

    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (IPump pump in pumps.InOrder)
        {
            for (int i = 0; i < pump.Concurrency; i++)
            {
                loops.Add(Task.Run(() => LoopAsync(pump), CancellationToken.None));
            }
        }

        return Task.CompletedTask;
    }

    /// <summary>No new steps begin; those in flight have some seconds, then they are told to give up.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await stopping.CancelAsync();
        foreach (IPump pump in pumps.InOrder)
        {
            pump.Signal.WakeAll();
        }

        Task all = Task.WhenAll(loops);
        await Task.WhenAny(all, Task.Delay(Grace, time, cancellationToken));
        if (!all.IsCompleted)
        {
            PumpLog.StoppedWhileRunning(log, loops.Count(loop => !loop.IsCompleted));
            await abandoning.CancelAsync();
            await Task.WhenAny(all, Task.Delay(TimeSpan.FromSeconds(1), time, CancellationToken.None));
        }
    }

    public void Dispose()
    {
        stopping.Cancel();
        abandoning.Cancel();
    }

    private async Task LoopAsync(IPump pump)
    {
        while (!stopping.IsCancellationRequested)
        {
            long seen = pump.Signal.Version;
            if (!await StepAsync(pump) && !stopping.IsCancellationRequested)
            {
                await WaitAsync(pump, seen);
            }
        }
    }

    /// <summary>True when there may be more work at once.</summary>
    private async Task<bool> StepAsync(IPump pump)
    {
        try
        {
            return await pump.StepAsync(abandoning.Token);
        }
        catch (OperationCanceledException) when (abandoning.IsCancellationRequested)
        {
            return false;
        }
        catch (Exception failure)
        {
            Tell(pump, failure);
            await Task.Delay(PauseAfterFailure, time, stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return true;
        }
    }

    private void Tell(IPump pump, Exception failure)
    {
        if (failure is StoreException notStored)
        {
            // The sentence says it; a trace of ours would say nothing more.
            PumpLog.NotStored(log, pump.Name, notStored.Message, PauseAfterFailure.TotalSeconds);
            return;
        }

        PumpLog.StepFailed(log, pump.Name, PauseAfterFailure.TotalSeconds, failure);
    }

    private TimeSpan UntilDue(IPump pump)
    {
        try
        {
            TimeSpan wait = pump.NextDue is { } due ? due - time.GetUtcNow() : LongestWait;
            return wait < TimeSpan.Zero ? TimeSpan.Zero : wait < LongestWait ? wait : LongestWait;
        }
        catch (Exception failure)
        {
            // The file could not be read, say. The loop that watches the clock must not end with that: no other would take over.
            Tell(pump, failure);
            return PauseAfterFailure;
        }
    }

    private async Task WaitAsync(IPump pump, long seen)
    {
        Task news = pump.Signal.WaitAsync(seen, out bool watches);
        if (!watches)
        {
            await news;
            return;
        }

        using var wait = CancellationTokenSource.CreateLinkedTokenSource(stopping.Token);
        await Task.WhenAny(news, Task.Delay(UntilDue(pump), time, wait.Token));
        await wait.CancelAsync();
        pump.Signal.EndWatch();
    }
}
