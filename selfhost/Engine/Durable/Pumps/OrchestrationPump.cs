using Rettidig.SelfHost.Pumps;

namespace Rettidig.SelfHost.Durable;

/// <summary>Gives instances their turns, and timers that are due to their instances.</summary>
internal sealed class OrchestrationPump(ReadyQueue ready, DueTimers timers, TurnRunner turns, Action<Wakeups> tell, Action<string> changed, int concurrency)
    : IPump
{
    public string Name => "orchestrations";

    public int Concurrency => concurrency;

    public PumpSignal Signal { get; } = new();

    public DateTimeOffset? NextDue => timers.Earliest() is { } due ? new DateTimeOffset(due) : null;

    public async ValueTask<bool> StepAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<string> moved = await timers.MoveAsync().ConfigureAwait(false);
        Wake(moved);
        if (ready.Take() is not { } next)
        {
            return moved.Count > 0;
        }

        await TurnAsync(next).ConfigureAwait(false);
        return true;
    }

    public void Wake(string instance) => Wake([instance]);

    /// <summary>With one signal for all of them: each signal wakes every loop that has nothing to do.</summary>
    public void Wake(IReadOnlyList<string> instances)
    {
        if (instances.Count == 0)
        {
            return;
        }

        foreach (string instance in instances)
        {
            ready.Add(instance);
        }

        Signal.Set();
    }

    private async Task TurnAsync(string instance)
    {
        try
        {
            tell(await turns.RunAsync(instance).ConfigureAwait(false));
            changed(instance);
        }
        catch
        {
            // Nothing of the turn is committed: it is taken again.
            ready.Add(instance);
            throw;
        }
        finally
        {
            ready.Done(instance);
        }
    }
}
