using Rettidig.SelfHost.Counting;
using Rettidig.SelfHost.Storage;

namespace Rettidig.SelfHost.Bus;

public sealed partial class MessageBus
{
    /// <summary>Sends all messages or none; a double of a message sent within the window of duplicate detection is dropped.</summary>
    /// <returns>The sequence number of each message in the queue, or in the topic's first subscription; null for a double.</returns>
    /// <exception cref="BusError">There is no such queue or topic, or a message cannot be sent.</exception>
    public async Task<IReadOnlyList<long?>> SendAsync(string entity, params IReadOnlyList<BusMessage> messages)
    {
        BusQueue[] receivers = FindTargets(entity);
        foreach (BusMessage message in messages)
        {
            message.Check();
            Operations.Count("bus.send", entity);
        }

        if (messages.Count > 1 && messages.Sum(message => (long)message.Size()) is var bytes and > BusMessage.MaxBytes)
        {
            throw new BusError(BusErrorKind.TooLarge, $"What is sent at once holds at most {BusMessage.MaxBytes} bytes, these {messages.Count} messages have {bytes}. Send them in batches.");
        }

        List<long?> numbers = await store.WriteAsync(session =>
        {
            ExpireUnread(session, receivers);
            return messages.Select(message => Send(session, entity, receivers, message)).ToList();
        }).ConfigureAwait(false);
        foreach (BusQueue queue in receivers)
        {
            SignalOf(queue.Address).Set();
        }

        return numbers;
    }

    /// <summary>Takes back messages that are scheduled and not due yet.</summary>
    /// <exception cref="BusError">One of them is not there; none was taken back.</exception>
    public Task CancelScheduledAsync(string entity, IReadOnlyList<long> sequenceNumbers)
    {
        BusQueue[] receivers = FindTargets(entity);
        return store.WriteAsync(session =>
        {
            foreach (long number in sequenceNumbers)
            {
                // The copies in a topic's subscriptions have the number of the first: a schedule is sent to all in one transaction.
                int gone = receivers.Sum(queue => session.Execute(
                    "DELETE FROM bus_messages WHERE queue = $1 AND box = 0 AND sequence = $2 AND state = 0 AND deliveries = 0 AND ready_at > $3", queue.Id, number, Now));
                if (gone == 0)
                {
                    throw new BusError(BusErrorKind.MessageNotFound, $"No scheduled message of '{entity}' has the sequence number {number}: it was taken back already, or has fallen due.");
                }
            }
        });
    }

    private long? Send(SqliteSession session, string entity, BusQueue[] receivers, BusMessage message)
    {
        if (receivers.Length > 0 && IsDouble(session, entity, message.MessageId, receivers[0].Options.DuplicateDetectionWindow))
        {
            return null;
        }

        long now = Now;
        long sequence = NextSequence(session, receivers);
        long readyAt = message.ScheduledEnqueueTime is { } scheduled && scheduled.UtcTicks > now ? scheduled.UtcTicks : 0;
        long? expiresAt = message.TimeToLive is { } life && life < TimeSpan.FromTicks(DateTime.MaxValue.Ticks - Math.Max(now, readyAt))
            ? Math.Max(now, readyAt) + life.Ticks
            : null;
        byte[] envelope = BusEnvelope.Encode(message);
        foreach (BusQueue queue in receivers)
        {
            session.Execute(
                """
                INSERT INTO bus_messages (queue, box, sequence, state, ready_at, deliveries, enqueued_at, expires_at, envelope, body)
                VALUES ($1, 0, $2, 0, $3, 0, $4, $5, $6, $7)
                """,
                queue.Id, sequence, readyAt, Math.Max(now, readyAt), expiresAt, envelope, message.Body);
        }

        return sequence;
    }

    /// <summary>Messages that nobody receives would stay for ever: each send sees to those whose time to live has passed.</summary>
    private void ExpireUnread(SqliteSession session, BusQueue[] receivers)
    {
        foreach (BusQueue queue in receivers)
        {
            string expired = "queue = $1 AND box = 0 AND expires_at <= $2 AND ready_at <= $2";
            session.Execute(
                queue.Options.DeadLetterOnExpiration
                    ? $"UPDATE bus_messages SET box = 1, state = 0, ready_at = 0, expires_at = NULL, reason = '{TimeToLiveExpired}', description = '{NotReceivedInTime}' WHERE {expired}"
                    : $"DELETE FROM bus_messages WHERE {expired}",
                queue.Id,
                Now);
        }
    }

    /// <summary>One number for all copies of a message, above every number that any of the receivers has given.</summary>
    private static long NextSequence(SqliteSession session, BusQueue[] receivers)
    {
        long sequence = 1 + receivers.Max(queue => session.First("SELECT last_sequence FROM bus_queues WHERE id = $1", row => row.GetInt64(0), queue.Id));
        foreach (BusQueue queue in receivers)
        {
            session.Execute("UPDATE bus_queues SET last_sequence = $2 WHERE id = $1", queue.Id, sequence);
        }

        return sequence;
    }

    private bool IsDouble(SqliteSession session, string entity, string messageId, TimeSpan window)
    {
        if (window <= TimeSpan.Zero || messageId.Length == 0)
        {
            return false;
        }

        long now = Now;
        session.Execute("DELETE FROM bus_seen WHERE until <= $1", now);
        return session.Execute("INSERT OR IGNORE INTO bus_seen (entity, message_id, until) VALUES ($1, $2, $3)", entity, messageId, now + window.Ticks) == 0;
    }
}
