using Rettidig.SelfHost.Bus;

namespace Azure.Messaging.ServiceBus;

/// <summary>Messages that go together, as many as fit: <c>if (!batch.TryAddMessage(message))</c>, send the batch and begin another.</summary>
public sealed class ServiceBusMessageBatch : IDisposable
{
    private readonly List<ServiceBusMessage> messages = [];

    internal ServiceBusMessageBatch(long? maxSizeInBytes)
    {
        MaxSizeInBytes = maxSizeInBytes ?? BusMessage.MaxBytes;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaxSizeInBytes, BusMessage.MaxBytes, nameof(CreateMessageBatchOptions.MaxSizeInBytes));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxSizeInBytes, nameof(CreateMessageBatchOptions.MaxSizeInBytes));
    }

    public int Count => messages.Count;

    public long MaxSizeInBytes { get; }

    public long SizeInBytes { get; private set; }

    internal IReadOnlyList<ServiceBusMessage> Messages => messages;

    /// <returns>False, and the batch stays as it was, when the message does not fit.</returns>
    public bool TryAddMessage(ServiceBusMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        long size = SizeInBytes + MessageMap.ToBus(message).Size();
        if (size > MaxSizeInBytes)
        {
            return false;
        }

        messages.Add(message);
        SizeInBytes = size;
        return true;
    }

    public void Dispose()
    {
        messages.Clear();
        SizeInBytes = 0;
    }
}
