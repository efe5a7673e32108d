namespace Rettidig.SelfHost.Bus;

/// <summary>How many messages a queue or a subscription holds. A locked message is active.</summary>
public sealed record BusCounts(int Active, int Scheduled, int Deferred, int DeadLetter);
