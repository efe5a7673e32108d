using System.Runtime.ExceptionServices;
using Rettidig.SelfHost.Pumps;

namespace Rettidig.SelfHost.Durable;

/// <summary>
/// Gives instances their turns, and timers that are due to their instances. A turn's commit is waited for only when many
/// are on their way already: the code of the next turn runs while the disk works, and more of them share an fsync.
/// </summary>
internal sealed class OrchestrationPump(ReadyQueue ready, DueTimers timers, TurnRunner turns, DurableOptions options) : IPump
{
    private int committing;
    private Exception? failure;

    public string Name => "orchestrations";

    public int Concurrency => options.ConcurrentTurns;

    public PumpSignal Signal { get; } = new();

    public DateTimeOffset? NextDue => timers.Earliest() is { } due ? new DateTimeOffset(due) : null;

    public Task Underway { get; private set; } = Task.CompletedTask;

    public async ValueTask<bool> StepAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref failure, null) is { } failed)
        {
            // Of a commit that nobody waited for. Thrown here it makes one loop pause and tell.
            ExceptionDispatchInfo.Throw(failed);
        }

        int moved = await timers.MoveAsync().ConfigureAwait(false);
        if (ready.Take() is not { } mail)
        {
            return moved > 0;
        }

        Task commit = Begin(mail);
        if (Interlocked.Increment(ref committing) > options.CommitsOnTheirWay || commit.IsCompleted)
        {
            await EndAsync(commit, mail).ConfigureAwait(false);
            return true;
        }

        Underway = EndLaterAsync(commit, mail);
        return true;
    }

    /// <summary>A turn that could not begin, since its history could not be read, say, is taken again as one that could not be written is.</summary>
    private Task Begin(Mail mail)
    {
        try
        {
            return turns.RunAsync(mail);
        }
        catch (Exception failed)
        {
            return Task.FromException(failed);
        }
    }

    private async Task EndLaterAsync(Task commit, Mail mail)
    {
        try
        {
            await EndAsync(commit, mail).ConfigureAwait(false);
        }
        catch (Exception failed)
        {
            failure = failed;
            Signal.Set();
        }
    }

    private async Task EndAsync(Task commit, Mail mail)
    {
        try
        {
            await commit.ConfigureAwait(false);
        }
        catch
        {
            ready.Again(mail);
            throw;
        }
        finally
        {
            Interlocked.Decrement(ref committing);
        }
    }
}
