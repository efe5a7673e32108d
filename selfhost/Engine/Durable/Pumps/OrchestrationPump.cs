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
        foreach (string instance in moved)
        {
            Wake(instance);
        }

        if (ready.Take() is not { } next)
        {
            return moved.Count > 0;
        }

        await TurnAsync(next).ConfigureAwait(false);
        return true;
    }

    public void Wake(string instance)
    {
        ready.Add(instance);
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
