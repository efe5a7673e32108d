namespace Rettidig.SelfHost.Bus;

/// <summary>Why the bus refused.</summary>
public enum BusErrorKind
{
    /// <summary>There is no such queue, topic or subscription.</summary>
    EntityNotFound,

    /// <summary>The lock on the message has expired, or it has been settled already.</summary>
    LockLost,

    /// <summary>There is no such message.</summary>
    MessageNotFound,

    /// <summary>The message is larger than the entity takes.</summary>
    TooLarge,

    /// <summary>A property of the message is not as it must be.</summary>
    BadMessage,
}

/// <summary>A request that the bus refused: what was expected, what came, what to do.</summary>
public sealed class BusError(BusErrorKind kind, string message) : Exception(message)
{
    public BusErrorKind Kind { get; } = kind;
}
