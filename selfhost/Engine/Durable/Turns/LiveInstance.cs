namespace Rettidig.SelfHost.Durable;

/// <summary>An instance with the history of its execution, as committed. The history is added to by the instance's own turn alone.</summary>
internal sealed record LiveInstance(InstanceRecord Record, List<HistoryTurn> History);
