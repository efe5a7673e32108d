namespace Rettidig.SelfHost.Durable;

/// <summary>What a history says happened. The numbers are in data files and keep their meaning.</summary>
internal enum HistoryKind
{
    // What came in.
    Started = 1,
    EventRaised = 2,
    TimerFired = 3,
    ActivityCompleted = 4,
    ActivityFailed = 5,
    SubOrchestrationCompleted = 6,
    SubOrchestrationFailed = 7,

    // In an inbox only: it ends the instance and no history is needed any more.
    Terminated = 8,

    // What the code asked for.
    ActivityCalled = 20,
    TimerCreated = 21,
    SubOrchestrationCalled = 22,
    EventSent = 23,
}
