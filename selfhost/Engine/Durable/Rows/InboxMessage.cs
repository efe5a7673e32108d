namespace Rettidig.SelfHost.Durable;

/// <summary>What waits for the next turn of an instance.</summary>
/// <param name="Seq">The order of arrival.</param>
/// <param name="Execution">The execution it answers; an answer to another one is dropped. 0 for what is not an answer.</param>
/// <param name="Event">What happened.</param>
internal sealed record InboxMessage(long Seq, long Execution, HistoryEvent Event);
