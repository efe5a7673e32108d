namespace Rettidig.SelfHost.Pumps;

/// <summary>
/// A source of work: queued messages, orchestrations, activities, timer triggers. The running service steps every pump
/// on loops of its own; a simulation steps them one after the other on one thread, in a fixed order, and moves the
/// clock to the earliest <see cref="NextDue"/> when none has work. The work is the same.
/// </summary>
public interface IPump
{
    /// <summary>For logs.</summary>
    string Name { get; }

    /// <summary>How many loops may step this pump at the same time in the running service.</summary>
    int Concurrency { get; }

    /// <summary>Set when there may be new work now.</summary>
    PumpSignal Signal { get; }

    /// <summary>The earliest moment at which waiting work falls due, as of now; null when nothing waits for time.</summary>
    DateTimeOffset? NextDue { get; }

    /// <summary>What the last step began and did not wait for. A simulation does, before it takes another step.</summary>
    Task Underway => Task.CompletedTask;

    /// <summary>Takes one piece of work and finishes it; false when there is none now. Failures are the pump's to record.</summary>
    ValueTask<bool> StepAsync(CancellationToken cancellationToken);
}
