namespace Rettidig.SelfHost.Durable;

/// <summary>What waits for the next turn of an instance.</summary>
/// <param name="Seq">The number of its row, in the order of arrival; 0 for the result of an activity, whose row is the one of the activity.</param>
/// <param name="Execution">The execution it answers; an answer to another one is dropped. 0 for what is not an answer.</param>
/// <param name="Event">What happened.</param>
/// <param name="Activity">The row of the activity whose result it is, which goes when the result is recorded; else 0.</param>
internal sealed record InboxMessage(long Seq, long Execution, HistoryEvent Event, long Activity = 0);
