using Rettidig.SelfHost.Storage;

namespace Rettidig.SelfHost.Bus;

/// <summary>A message but for its body, as bytes. Application properties are marked by a prefix, so that neither kind can hide the other.</summary>
internal static class BusEnvelope
{
    private const char Own = '.';
    private const char Application = '/';

    public static byte[] Encode(BusMessage message)
    {
        var values = new Dictionary<string, object>(StringComparer.Ordinal);
        Add(values, nameof(BusMessage.MessageId), message.MessageId);
        Add(values, nameof(BusMessage.ContentType), message.ContentType);
        Add(values, nameof(BusMessage.CorrelationId), message.CorrelationId);
        Add(values, nameof(BusMessage.Subject), message.Subject);
        Add(values, nameof(BusMessage.To), message.To);
        Add(values, nameof(BusMessage.ReplyTo), message.ReplyTo);
        Add(values, nameof(BusMessage.ReplyToSessionId), message.ReplyToSessionId);
        Add(values, nameof(BusMessage.SessionId), message.SessionId);
        Add(values, nameof(BusMessage.PartitionKey), message.PartitionKey);
        Add(values, nameof(BusMessage.TimeToLive), message.TimeToLive);
        Add(values, nameof(BusMessage.ScheduledEnqueueTime), message.ScheduledEnqueueTime);
        foreach ((string name, object value) in message.Properties)
        {
            values[Application + name] = value;
        }

        return PropertyBlob.Encode(values);
    }

    public static BusMessage Decode(byte[] envelope, byte[] body)
    {
        Dictionary<string, object> values = PropertyBlob.Decode(envelope);
        return new BusMessage
        {
            Body = body,
            MessageId = Text(nameof(BusMessage.MessageId)) ?? "",
            ContentType = Text(nameof(BusMessage.ContentType)),
            CorrelationId = Text(nameof(BusMessage.CorrelationId)),
            Subject = Text(nameof(BusMessage.Subject)),
            To = Text(nameof(BusMessage.To)),
            ReplyTo = Text(nameof(BusMessage.ReplyTo)),
            ReplyToSessionId = Text(nameof(BusMessage.ReplyToSessionId)),
            SessionId = Text(nameof(BusMessage.SessionId)),
            PartitionKey = Text(nameof(BusMessage.PartitionKey)),
            TimeToLive = values.GetValueOrDefault(Own + nameof(BusMessage.TimeToLive)) as TimeSpan?,
            ScheduledEnqueueTime = values.GetValueOrDefault(Own + nameof(BusMessage.ScheduledEnqueueTime)) as DateTimeOffset?,
            Properties = values.Where(pair => pair.Key[0] == Application).ToDictionary(pair => pair.Key[1..], pair => pair.Value, StringComparer.Ordinal),
        };

        string? Text(string name) => values.GetValueOrDefault(Own + name) as string;
    }

    private static void Add(Dictionary<string, object> values, string name, object? value)
    {
        if (value is not null)
        {
            values[Own + name] = value;
        }
    }
}
