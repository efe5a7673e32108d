using Azure.Messaging.ServiceBus;
using Rettidig.SelfHost.Bus;

namespace Rettidig.Compat.Functions;

/// <summary>A message on its way through a function, and whether it has been settled.</summary>
internal sealed class ServiceBusDelivery(MessageBus bus, BusDelivery delivery)
{
    public ServiceBusReceivedMessage Message { get; } = MessageMap.FromBus(delivery);

    /// <summary>Completed, abandoned, deferred or dead-lettered.</summary>
    public bool Settled { get; private set; }

    /// <summary>How long the lock was given for.</summary>
    public TimeSpan LockDuration { get; } = (delivery.LockedUntil ?? DateTimeOffset.MinValue) - bus.Time.GetUtcNow();

    public Task CompleteAsync(CancellationToken cancellationToken) =>
        SettleAsync(() => bus.CompleteAsync(delivery.Source, delivery.LockToken), cancellationToken);

    public Task AbandonAsync(IDictionary<string, object>? change, CancellationToken cancellationToken) =>
        SettleAsync(() => bus.AbandonAsync(delivery.Source, delivery.LockToken, Copy(change)), cancellationToken);

    public Task DeferAsync(IDictionary<string, object>? change, CancellationToken cancellationToken) =>
        SettleAsync(() => bus.DeferAsync(delivery.Source, delivery.LockToken, Copy(change)), cancellationToken);

    public Task DeadLetterAsync(IDictionary<string, object>? change, string? reason, string? description, CancellationToken cancellationToken) =>
        SettleAsync(() => bus.DeadLetterAsync(delivery.Source, delivery.LockToken, reason, description, Copy(change)), cancellationToken);

    public Task RenewAsync(CancellationToken cancellationToken) => MessageMap.Guard(
        delivery.Source.ToString(),
        async () => Message.LockedUntil = await bus.RenewAsync(delivery.Source, delivery.LockToken),
        cancellationToken);

    private Task SettleAsync(Func<Task> settle, CancellationToken cancellationToken) => MessageMap.Guard(
        delivery.Source.ToString(),
        async () =>
        {
            await settle();
            return Settled = true;
        },
        cancellationToken);

    private static Dictionary<string, object>? Copy(IDictionary<string, object>? change) => change is null ? null : new(change, StringComparer.Ordinal);
}
