using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.Logging;
using Rettidig.SelfHost.Bus;
using Rettidig.SelfHost.Hosting;
using Rettidig.SelfHost.Pumps;

namespace Rettidig.Compat.Functions;

/// <summary>
/// Receives the messages of one queue or subscription and runs its function on each. An exception gives the message
/// back; the bus dead-letters it after too many deliveries. While a function runs, its lock is renewed.
/// </summary>
internal sealed class ServiceBusPump(FunctionEntry function, MessageBus bus, BusAddress source, bool autoComplete, HostJson hostJson, ILogger log) : IPump
{
    private readonly TimeSpan longestRenewal = hostJson.MaxAutoLockRenewalDuration;

    /// <summary>Asking the store is dear beside the many moments at which nothing has changed; every change comes with a step.</summary>
    private volatile Waiting? waiting;

    public string Name { get; } = $"messages of {source}";

    public int Concurrency { get; } = hostJson.MaxConcurrentCalls;

    public PumpSignal Signal { get; } = bus.Signal(source);

    public DateTimeOffset? NextDue => (waiting ??= new Waiting(bus.NextDue(source))).Until;

    public async ValueTask<bool> StepAsync(CancellationToken cancellationToken)
    {
        waiting = null;
        IReadOnlyList<BusDelivery> received = await bus.ReceiveAsync(source);
        if (received is not [BusDelivery delivery])
        {
            return false;
        }

        // A batch that was sent together wakes one loop, and each wakes the next one.
        Signal.Set();
        await HandleAsync(new ServiceBusDelivery(bus, delivery), cancellationToken);
        waiting = null;
        return true;
    }

    private async Task HandleAsync(ServiceBusDelivery delivery, CancellationToken cancellationToken)
    {
        try
        {
            await RunAsync(delivery, cancellationToken);
            if (autoComplete && !delivery.Settled)
            {
                await delivery.CompleteAsync(CancellationToken.None);
            }
        }
        catch (Exception failure)
        {
            ServiceBusLog.FunctionFailed(log, function.Name, delivery.Message.SequenceNumber, delivery.Message.DeliveryCount, failure);
            await GiveBackAsync(delivery);
        }
    }

    private async Task RunAsync(ServiceBusDelivery delivery, CancellationToken cancellationToken)
    {
        var invocation = new FunctionInvocation(delivery.Message, cancellationToken);
        invocation.Features.Set(delivery);
        Task run = function.InvokeAsync(invocation);
        if (!run.IsCompleted)
        {
            using var done = new CancellationTokenSource();
            Task renewing = RenewAsync(delivery, done.Token);
            await Task.WhenAny(run);
            await done.CancelAsync();
            await renewing;
        }

        await run;
    }

    private async Task RenewAsync(ServiceBusDelivery delivery, CancellationToken done)
    {
        DateTimeOffset last = bus.Time.GetUtcNow() + longestRenewal;
        try
        {
            using var half = new PeriodicTimer(delivery.LockDuration / 2, bus.Time);
            while (bus.Time.GetUtcNow() < last && await half.WaitForNextTickAsync(done))
            {
                await delivery.RenewAsync(done);
            }
        }
        catch (OperationCanceledException)
        {
            // The function is done.
        }
        catch (ServiceBusException)
        {
            // It has settled the message, or lost it: settling will tell.
        }
    }

    private async Task GiveBackAsync(ServiceBusDelivery delivery)
    {
        if (delivery.Settled)
        {
            return;
        }

        try
        {
            await delivery.AbandonAsync(null, CancellationToken.None);
        }
        catch (ServiceBusException lost) when (lost.Reason == ServiceBusFailureReason.MessageLockLost)
        {
            // Given back already, by the lock that expired.
        }
    }

    private sealed record Waiting(DateTimeOffset? Until);
}
