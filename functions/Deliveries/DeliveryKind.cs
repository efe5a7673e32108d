namespace Rettidig.Functions.Deliveries;

/// <summary>What a mail service says of a mail it was given.</summary>
public enum DeliveryKind
{
    /// <summary>It has the mail and is about to deliver it.</summary>
    Processed,

    /// <summary>The recipient's server put it off; it is tried again for up to three days.</summary>
    Deferred,

    /// <summary>The recipient's server took it.</summary>
    Delivered,

    /// <summary>The recipient's server refused it, or it came back.</summary>
    Bounced,

    /// <summary>It was not tried: the address is known not to take mail.</summary>
    Dropped,
}
