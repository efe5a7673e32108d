using NodaTime;

namespace Rettidig.Functions.Deliveries;

/// <summary>One thing a mail service says of a mail.</summary>
/// <param name="Mail">The mail's <c>rettidig_mail</c>: twenty hexadecimal digits.</param>
/// <param name="Kind">What became of it.</param>
/// <param name="At">When, by the service's clock.</param>
/// <param name="Status">The enhanced status code such as <c>5.1.1</c>; null where there is none. Sentences are left out: they may hold an address.</param>
public sealed record DeliveryEvent(string Mail, DeliveryKind Kind, Instant At, string? Status);
