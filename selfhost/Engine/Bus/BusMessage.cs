using Rettidig.SelfHost.Storage;

namespace Rettidig.SelfHost.Bus;

/// <summary>A message as it is sent.</summary>
public sealed record BusMessage
{
    /// <summary>Source: the quota page of Service Bus, standard tier.</summary>
    public const int MaxBytes = 256 * 1024;

    /// <summary>Of the properties in a message, of one's own and the bus's together.</summary>
    private const int MaxPropertyBytes = 64 * 1024;

    private const int MaxIdCharacters = 128;

    /// <summary>At most 128 characters; a double within the window of duplicate detection is dropped.</summary>
    public string MessageId { get; init; } = "";

    public byte[] Body { get; init; } = [];

    public string? ContentType { get; init; }

    public string? CorrelationId { get; init; }

    public string? Subject { get; init; }

    public string? To { get; init; }

    public string? ReplyTo { get; init; }

    public string? ReplyToSessionId { get; init; }

    public string? SessionId { get; init; }

    public string? PartitionKey { get; init; }

    /// <summary>Null: for ever.</summary>
    public TimeSpan? TimeToLive { get; init; }

    /// <summary>Not to be received before this; null: at once.</summary>
    public DateTimeOffset? ScheduledEnqueueTime { get; init; }

    /// <summary>Values of the types that <see cref="PropertyBlob"/> keeps.</summary>
    public IReadOnlyDictionary<string, object> Properties { get; init; } = new Dictionary<string, object>();

    /// <summary>What counts against <see cref="MaxBytes"/>: the body and the properties.</summary>
    public int Size() => Body.Length + BusEnvelope.Encode(this).Length;

    /// <exception cref="BusError">The message is too large, or a property cannot be kept.</exception>
    internal void Check()
    {
        CheckId(nameof(MessageId), MessageId);
        CheckId(nameof(SessionId), SessionId);
        CheckId(nameof(PartitionKey), PartitionKey);
        foreach ((string name, object value) in Properties)
        {
            if (value is null || !PropertyBlob.Supports(value.GetType()))
            {
                throw new BusError(BusErrorKind.BadMessage, $"The application property '{name}' has the type {value?.GetType().ToString() ?? "null"}, which a message cannot carry.");
            }
        }

        int properties = BusEnvelope.Encode(this).Length;
        if (properties > MaxPropertyBytes)
        {
            throw new BusError(BusErrorKind.TooLarge, $"The properties of a message hold at most {MaxPropertyBytes} bytes, these {properties}. Put what is large into the body.");
        }

        if (Body.Length + properties > MaxBytes)
        {
            throw new BusError(BusErrorKind.TooLarge, $"A message holds at most {MaxBytes} bytes, this one {Body.Length + properties}. Send less, or a link to the rest.");
        }
    }

    private static void CheckId(string name, string? id)
    {
        if (id?.Length > MaxIdCharacters)
        {
            throw new BusError(BusErrorKind.BadMessage, $"A {name} has at most {MaxIdCharacters} characters, this one {id.Length}.");
        }
    }
}
