using Rettidig.SelfHost.Storage;

namespace Rettidig.SelfHost.Bus;

/// <remarks>A settlement needs the lock that its delivery was given: <see cref="BusErrorKind.LockLost"/> otherwise.</remarks>
public sealed partial class MessageBus
{
    private const string Held = "queue = $1 AND box = $2 AND sequence = $3 AND deliveries = $4 AND ready_at > $5";

    /// <summary>Done: removes the message.</summary>
    public Task CompleteAsync(BusAddress source, Guid lockToken) =>
        SettleAsync(source, lockToken, (session, _, key) => session.Execute($"DELETE FROM bus_messages WHERE {Held}", key));

    /// <summary>Not done: the message may be received again at once, until it has been delivered too often.</summary>
    public async Task AbandonAsync(BusAddress source, Guid lockToken, IReadOnlyDictionary<string, object>? change = null)
    {
        await SettleAsync(source, lockToken, (session, queue, key) =>
        {
            Change(session, key, change);
            // A deferred message that was received by number stays deferred.
            int released = session.Execute($"UPDATE bus_messages SET ready_at = 0 WHERE {Held}", key);
            if (released == 1 && !source.DeadLetter && (int)key[3]! >= queue.Options.MaxDeliveryCount)
            {
                Bury(session, queue, (long)key[2]!);
            }

            return released;
        }).ConfigureAwait(false);
        SignalOf(source).Set();
        SignalOf(source with { DeadLetter = true }).Set();
    }

    /// <summary>Later, by number: the message is kept, and received with <see cref="ReceiveDeferredAsync"/> alone.</summary>
    public Task DeferAsync(BusAddress source, Guid lockToken, IReadOnlyDictionary<string, object>? change = null) =>
        SettleAsync(source, lockToken, (session, _, key) =>
        {
            Change(session, key, change);
            return session.Execute($"UPDATE bus_messages SET state = 1, ready_at = 0 WHERE {Held}", key);
        });

    /// <summary>Never: moves the message to the dead-letter queue, with a reason that a person can act on.</summary>
    public async Task DeadLetterAsync(BusAddress source, Guid lockToken, string? reason, string? description, IReadOnlyDictionary<string, object>? change = null)
    {
        if (source.DeadLetter)
        {
            throw new BusError(BusErrorKind.BadMessage, "A message in a dead-letter queue cannot be dead-lettered again. Complete it, or resend it.");
        }

        await SettleAsync(source, lockToken, (session, queue, key) =>
        {
            Change(session, key, change);
            int held = session.Execute($"UPDATE bus_messages SET state = 0 WHERE {Held}", key);
            return held == 0 ? 0 : MoveToDeadLetters(session, queue, (long)key[2]!, reason, description);
        }).ConfigureAwait(false);
        SignalOf(source with { DeadLetter = true }).Set();
    }

    /// <summary>Needs more time: the lock begins anew.</summary>
    /// <returns>Until when the message is locked now.</returns>
    public async Task<DateTimeOffset> RenewAsync(BusAddress source, Guid lockToken)
    {
        DateTimeOffset until = store.Time.GetUtcNow() + Find(source).Options.LockDuration;
        await SettleAsync(source, lockToken, (session, _, key) =>
            session.Execute($"UPDATE bus_messages SET ready_at = $6 WHERE {Held}", [.. key, until.UtcTicks])).ConfigureAwait(false);
        return until;
    }

    /// <summary>Puts a dead letter back into its queue as if it had just come; duplicate detection does not see it.</summary>
    /// <exception cref="BusError">There is no such dead letter, or it is locked.</exception>
    public async Task ResendAsync(BusAddress deadLetters, long sequenceNumber)
    {
        BusQueue queue = Find(deadLetters);
        int moved = await store.WriteAsync(session =>
        {
            long sequence = NextSequence(session, [queue]);
            return session.Execute(
                """
                UPDATE bus_messages SET box = 0, sequence = $4, state = 0, ready_at = 0, deliveries = 0, enqueued_at = $3, expires_at = NULL, reason = NULL, description = NULL
                WHERE queue = $1 AND box = 1 AND sequence = $2 AND ready_at <= $3
                """,
                queue.Id, sequenceNumber, Now, sequence);
        }).ConfigureAwait(false);
        if (moved == 0)
        {
            throw new BusError(BusErrorKind.MessageNotFound, $"No dead letter of '{deadLetters.Path}' has the sequence number {sequenceNumber}, or it is locked.");
        }

        SignalOf(deadLetters with { DeadLetter = false }).Set();
    }

    private async Task SettleAsync(BusAddress source, Guid lockToken, Func<SqliteSession, BusQueue, object?[], int> settle)
    {
        BusQueue queue = Find(source);
        (long sequence, int delivery) = BusLock.Read(lockToken);
        int settled = await store.WriteAsync(session => settle(session, queue, [queue.Id, Box(source), sequence, delivery, Now])).ConfigureAwait(false);
        if (settled == 0)
        {
            throw new BusError(BusErrorKind.LockLost, $"The lock on the message {sequence} of '{source}' has expired, or the message was settled before. It may be received again.");
        }
    }

    private static int MoveToDeadLetters(SqliteSession session, BusQueue queue, long sequence, string? reason, string? description)
    {
        return session.Execute(
            "UPDATE bus_messages SET box = 1, state = 0, ready_at = 0, expires_at = NULL, reason = $3, description = $4 WHERE queue = $1 AND box = 0 AND sequence = $2",
            queue.Id, sequence, reason, description);
    }

    private static void Change(SqliteSession session, object?[] key, IReadOnlyDictionary<string, object>? change)
    {
        if (change is not { Count: > 0 })
        {
            return;
        }

        byte[]? envelope = session.First($"SELECT envelope FROM bus_messages WHERE {Held}", row => row.GetBytes(0), key);
        if (envelope is not null)
        {
            BusMessage message = BusEnvelope.Decode(envelope, []);
            var properties = new Dictionary<string, object>(message.Properties, StringComparer.Ordinal);
            foreach ((string name, object value) in change)
            {
                properties[name] = value;
            }

            session.Execute($"UPDATE bus_messages SET envelope = $6 WHERE {Held}", [.. key, BusEnvelope.Encode(message with { Properties = properties })]);
        }
    }
}
