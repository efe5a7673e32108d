using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Rettidig.SelfHost.Pumps;
using Rettidig.SelfHost.Storage;

namespace Rettidig.SelfHost.Bus;

/// <summary>
/// Queues, and topics with subscriptions, on the SQLite store. A message is received under a lock and settled with its
/// token; what is not settled comes back when the lock expires, and goes to the dead-letter queue after too many
/// deliveries. Order is by sequence number. Time is the store's clock.
/// </summary>
public sealed partial class MessageBus
{
    private const string KnownQueues = "SELECT id, path, lock_duration, max_deliveries, double_window, bury_expired FROM bus_queues ORDER BY id";

    private static readonly ConditionalWeakTable<SqliteStore, MessageBus> Opened = [];

    private readonly SqliteStore store;
    private readonly ConcurrentDictionary<string, BusQueue> queues = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, BusQueue[]> targets = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<BusAddress, PumpSignal> signals = new();

    private MessageBus(SqliteStore store)
    {
        this.store = store;
        store.EnsureSchema(BusSchema.Part, BusSchema.Scripts);
        foreach (BusQueue queue in store.Read(session => session.Query(KnownQueues, ReadQueue)))
        {
            Add(queue);
        }
    }

    /// <summary>The names that can be sent to, in order.</summary>
    public IReadOnlyList<string> Entities => [.. targets.Keys.Order(StringComparer.OrdinalIgnoreCase)];

    /// <summary>The queues and subscriptions that can be received from, in order.</summary>
    public IReadOnlyList<BusAddress> Addresses => [.. queues.Values.Select(queue => queue.Address).OrderBy(address => address.Path, StringComparer.OrdinalIgnoreCase)];

    /// <summary>The clock that locks, schedules and windows go by.</summary>
    public TimeProvider Time => store.Time;

    /// <summary>The bus of a store; the same object every time.</summary>
    public static MessageBus On(SqliteStore store)
    {
        lock (Opened)
        {
            return Opened.GetValue(store, opened => new MessageBus(opened));
        }
    }

    /// <summary>Makes the queues and topics there are to be. What was there stays with its messages, and takes the new options.</summary>
    public async Task DeclareAsync(BusTopology topology)
    {
        foreach ((string name, BusEntityOptions options) in topology.Queues)
        {
            Add(await OpenQueueAsync(new BusAddress(name), options).ConfigureAwait(false));
        }

        foreach ((string name, (BusEntityOptions options, string[] subscriptions)) in topology.Topics)
        {
            foreach (string subscription in subscriptions)
            {
                Add(await OpenQueueAsync(new BusAddress(name, subscription), options).ConfigureAwait(false));
            }
        }
    }

    /// <summary>Set after messages have come into the queue, or its dead-letter queue.</summary>
    /// <exception cref="BusError">There is no such queue or subscription.</exception>
    public PumpSignal Signal(BusAddress address)
    {
        Find(address);
        return SignalOf(address);
    }

    private PumpSignal SignalOf(BusAddress address) =>
        signals.GetOrAdd(new BusAddress(address.Path.ToLowerInvariant(), null, address.DeadLetter), _ => new PumpSignal());

    /// <summary>When the next locked or scheduled message can be received; null when none waits for time.</summary>
    public DateTimeOffset? NextDue(BusAddress address)
    {
        long queue = Find(address).Id;
        long? ticks = store.Read(session => session.First<long?>(
            "SELECT ready_at FROM bus_messages WHERE queue = $1 AND box = $2 AND state = 0 AND ready_at > $3 ORDER BY ready_at LIMIT 1",
            row => row.GetInt64(0), queue, Box(address), Now));
        return ticks is { } due ? new DateTimeOffset(due, TimeSpan.Zero) : null;
    }

    /// <summary>How many messages there are, of the queue and of its dead-letter queue.</summary>
    public BusCounts Count(BusAddress address)
    {
        long queue = Find(address).Id;
        return store.Read(session => session.First(
            """
            SELECT coalesce(sum(box = 0 AND state = 0 AND NOT (deliveries = 0 AND ready_at > $2)), 0),
                   coalesce(sum(box = 0 AND state = 0 AND deliveries = 0 AND ready_at > $2), 0),
                   coalesce(sum(box = 0 AND state = 1), 0), coalesce(sum(box = 1), 0)
            FROM bus_messages WHERE queue = $1
            """,
            row => new BusCounts(row.GetInt32(0), row.GetInt32(1), row.GetInt32(2), row.GetInt32(3)), queue, Now)!);
    }

    private long Now => store.Time.GetUtcNow().UtcTicks;

    private static int Box(BusAddress address) => address.DeadLetter ? 1 : 0;

    private Task<BusQueue> OpenQueueAsync(BusAddress address, BusEntityOptions options) => store.WriteAsync(session =>
    {
        session.Execute(
            """
            INSERT INTO bus_queues (path, lock_duration, max_deliveries, double_window, bury_expired) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (path) DO UPDATE SET lock_duration = $2, max_deliveries = $3, double_window = $4, bury_expired = $5
            """,
            address.Path, options.LockDuration.Ticks, options.MaxDeliveryCount, options.DuplicateDetectionWindow.Ticks, options.DeadLetterOnExpiration);
        return session.First("SELECT id FROM bus_queues WHERE path = $1", row => new BusQueue(row.GetInt64(0), address, options), address.Path)!;
    });

    private static BusQueue ReadQueue(SqliteRow row) => new(row.GetInt64(0), BusAddress.Parse(row.GetString(1)), new BusEntityOptions
    {
        LockDuration = new TimeSpan(row.GetInt64(2)),
        MaxDeliveryCount = row.GetInt32(3),
        DuplicateDetectionWindow = new TimeSpan(row.GetInt64(4)),
        DeadLetterOnExpiration = row.GetBoolean(5),
    });

    private void Add(BusQueue queue)
    {
        queues[queue.Address.Path] = queue;
        targets[queue.Address.Entity] = [.. queues.Values.Where(known => known.Address.Entity.Equals(queue.Address.Entity, StringComparison.OrdinalIgnoreCase)).OrderBy(known => known.Id)];
    }

    private BusQueue Find(BusAddress address) =>
        queues.TryGetValue(address.Path, out BusQueue? queue)
            ? queue
            : throw new BusError(BusErrorKind.EntityNotFound, $"There is no queue or subscription '{address.Path}'. There are: {string.Join(", ", Addresses.Select(known => known.Path))}. Set SelfHost:Topics or SelfHost:Queues.");

    private BusQueue[] FindTargets(string entity) =>
        targets.TryGetValue(entity, out BusQueue[]? found)
            ? found
            : throw new BusError(BusErrorKind.EntityNotFound, $"There is no queue or topic '{entity}'. There are: {string.Join(", ", Entities)}. Set SelfHost:Topics or SelfHost:Queues.");

    private sealed record BusQueue(long Id, BusAddress Address, BusEntityOptions Options);
}
