using Rettidig.SelfHost.Counting;
using Rettidig.SelfHost.Storage;

namespace Rettidig.SelfHost.Bus;

public sealed partial class MessageBus
{
    /// <summary>The reason in a dead-letter queue of a message that was delivered too often.</summary>
    public const string MaxDeliveryCountExceeded = "MaxDeliveryCountExceeded";

    /// <summary>The reason in a dead-letter queue of a message that was not received within its time to live.</summary>
    public const string TimeToLiveExpired = "TTLExpiredException";

    private const string NotReceivedInTime = "The message was not received within its time to live.";

    private const string Columns = "sequence, state, ready_at, deliveries, enqueued_at, envelope, body, reason, description";

    /// <summary>Receives the next messages under a lock; an empty list when there are none now.</summary>
    /// <exception cref="BusError">There is no such queue or subscription.</exception>
    public async Task<IReadOnlyList<BusDelivery>> ReceiveAsync(BusAddress source, int max = 1)
    {
        BusQueue queue = Find(source);
        if (!AnyReady(source, queue))
        {
            return [];
        }

        (List<BusDelivery> received, bool buried) = await store.WriteAsync(session => Receive(session, source, queue, max)).ConfigureAwait(false);
        if (buried)
        {
            SignalOf(source with { DeadLetter = true }).Set();
        }

        received.ForEach(_ => Operations.Count("bus.receive", queue.Address.ToString()));
        return received;
    }

    /// <summary>Receives the next messages under a lock: those there are, or the first that come within the wait; an empty list when none did.</summary>
    /// <param name="source">From where.</param>
    /// <param name="max">At most so many.</param>
    /// <param name="wait">How long, by the bus's clock; zero: not at all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="BusError">There is no such queue or subscription.</exception>
    public async Task<IReadOnlyList<BusDelivery>> ReceiveAsync(BusAddress source, int max, TimeSpan wait, CancellationToken cancellationToken)
    {
        DateTimeOffset end = Time.GetUtcNow() + wait;
        while (true)
        {
            Task arrival = Signal(source).Next();
            IReadOnlyList<BusDelivery> received = await ReceiveAsync(source, max).ConfigureAwait(false);
            TimeSpan left = end - Time.GetUtcNow();
            if (received.Count > 0 || left <= TimeSpan.Zero)
            {
                return received;
            }

            // A lock that runs out or a message that was scheduled comes without a signal.
            TimeSpan untilDue = NextDue(source) is { } due && due < end ? due - Time.GetUtcNow() : left;
            await Task.WhenAny(arrival, Task.Delay(untilDue > TimeSpan.Zero ? untilDue : TimeSpan.Zero, Time, cancellationToken)).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Receives deferred messages by number, under a lock.</summary>
    /// <exception cref="BusError">One of them is not there, or not deferred.</exception>
    public Task<IReadOnlyList<BusDelivery>> ReceiveDeferredAsync(BusAddress source, IReadOnlyList<long> sequenceNumbers)
    {
        BusQueue queue = Find(source);
        return store.WriteAsync<IReadOnlyList<BusDelivery>>(session => [.. sequenceNumbers.Select(number => Lock(session, source, queue, number, deferred: true)
            ?? throw new BusError(BusErrorKind.MessageNotFound, $"No deferred message of '{source}' has the sequence number {number}, or it is locked."))]);
    }

    /// <summary>Looks at messages from a number on, whatever their state, without receiving them.</summary>
    public IReadOnlyList<BusDelivery> Peek(BusAddress source, long fromSequenceNumber = 0, int max = 1)
    {
        BusQueue queue = Find(source);
        return store.Read(session => session.Query(
            $"SELECT {Columns} FROM bus_messages WHERE queue = $1 AND box = $2 AND sequence >= $3 ORDER BY sequence LIMIT $4",
            row => Read(row, source, lockedUntil: null), queue.Id, Box(source), fromSequenceNumber, max));
    }

    private bool AnyReady(BusAddress source, BusQueue queue) => store.Read(session => session.First(
        "SELECT 1 FROM bus_messages WHERE queue = $1 AND box = $2 AND state = 0 AND ready_at <= $3 LIMIT 1",
        _ => true, queue.Id, Box(source), Now));

    private (List<BusDelivery> Received, bool Buried) Receive(SqliteSession session, BusAddress source, BusQueue queue, int max)
    {
        var received = new List<BusDelivery>();
        bool buried = false;
        long now = Now;
        long from = 0;
        while (received.Count < max && NextReady(session, source, queue, from, now) is { } candidate)
        {
            from = candidate.Sequence + 1;
            if (candidate.ExpiresAt <= now && !source.DeadLetter)
            {
                Expire(session, queue, candidate.Sequence);
                buried |= queue.Options.DeadLetterOnExpiration;
            }
            else if (candidate.Deliveries >= queue.Options.MaxDeliveryCount && !source.DeadLetter)
            {
                Bury(session, queue, candidate.Sequence);
                buried = true;
            }
            else
            {
                received.Add(Lock(session, source, queue, candidate.Sequence, deferred: false)!);
            }
        }

        return (received, buried);
    }

    private static (long Sequence, int Deliveries, long? ExpiresAt)? NextReady(SqliteSession session, BusAddress source, BusQueue queue, long from, long now) =>
        session.First<(long, int, long?)?>(
            // The plus keeps the index on ready_at out of it: the order is that of the primary key.
            "SELECT sequence, deliveries, expires_at FROM bus_messages WHERE queue = $1 AND box = $2 AND sequence >= $3 AND +state = 0 AND +ready_at <= $4 ORDER BY sequence LIMIT 1",
            row => (row.GetInt64(0), row.GetInt32(1), row.IsNull(2) ? null : row.GetInt64(2)), queue.Id, Box(source), from, now);

    private BusDelivery? Lock(SqliteSession session, BusAddress source, BusQueue queue, long sequence, bool deferred)
    {
        DateTimeOffset until = store.Time.GetUtcNow() + queue.Options.LockDuration;
        return session.First(
            $"""
            UPDATE bus_messages SET ready_at = $4, deliveries = deliveries + 1
            WHERE queue = $1 AND box = $2 AND sequence = $3 AND state = $5 AND ready_at <= $6 RETURNING {Columns}
            """,
            row => Read(row, source, until), queue.Id, Box(source), sequence, until.UtcTicks, deferred ? 1 : 0, Now);
    }

    private static void Expire(SqliteSession session, BusQueue queue, long sequence)
    {
        if (queue.Options.DeadLetterOnExpiration)
        {
            MoveToDeadLetters(session, queue, sequence, TimeToLiveExpired, NotReceivedInTime);
        }
        else
        {
            session.Execute("DELETE FROM bus_messages WHERE queue = $1 AND box = 0 AND sequence = $2", queue.Id, sequence);
        }
    }

    private static void Bury(SqliteSession session, BusQueue queue, long sequence) =>
        MoveToDeadLetters(
            session, queue, sequence, MaxDeliveryCountExceeded,
            $"The message was delivered {queue.Options.MaxDeliveryCount} times and not completed. Mend what fails, then resend it.");

    private BusDelivery Read(SqliteRow row, BusAddress source, DateTimeOffset? lockedUntil) => new()
    {
        Source = source,
        SequenceNumber = row.GetInt64(0),
        State = row.GetInt32(1) == 1 ? BusMessageState.Deferred
            : row.GetInt32(3) == 0 && row.GetInt64(2) > Now ? BusMessageState.Scheduled : BusMessageState.Active,
        DeliveryCount = row.GetInt32(3),
        EnqueuedTime = new DateTimeOffset(row.GetInt64(4), TimeSpan.Zero),
        LockedUntil = lockedUntil,
        Message = BusEnvelope.Decode(row.GetBytes(5), row.GetBytes(6)),
        DeadLetterReason = row.IsNull(7) ? null : row.GetString(7),
        DeadLetterDescription = row.IsNull(8) ? null : row.GetString(8),
    };
}
