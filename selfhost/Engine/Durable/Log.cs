using Microsoft.Extensions.Logging;

namespace Rettidig.SelfHost.Durable;

/// <summary>What the engine logs. Ids of instances, names and failures; never inputs or results.</summary>
internal static partial class Log
{
    [LoggerMessage(2001, LogLevel.Error,
        "Orchestrator '{Orchestrator}' ({Instance}) went on outside its turn: it awaited something, or a wait of it was cancelled by something, that is not from its context. What it did there is not recorded.")]
    public static partial void Stray(ILogger logger, string orchestrator, string instance);

    [LoggerMessage(2002, LogLevel.Warning, "Orchestrator '{Orchestrator}' ({Instance}) failed: {FailureType}: {FailureMessage}")]
    public static partial void OrchestrationFailed(ILogger logger, string orchestrator, string instance, string failureType, string failureMessage);

    [LoggerMessage(2003, LogLevel.Warning, "Activity '{Activity}' of {Instance} failed: {FailureType}: {FailureMessage}")]
    public static partial void ActivityFailed(ILogger logger, string activity, string instance, string failureType, string failureMessage);

    [LoggerMessage(2004, LogLevel.Debug, "Orchestrator '{Orchestrator}' ({Instance}) started.")]
    public static partial void OrchestrationStarted(ILogger logger, string orchestrator, string instance);

    [LoggerMessage(2005, LogLevel.Debug, "Orchestrator '{Orchestrator}' ({Instance}) is {Status}.")]
    public static partial void OrchestrationEnded(ILogger logger, string orchestrator, string instance, InstanceStatus status);

    [LoggerMessage(2006, LogLevel.Debug, "Goes on with {Messages} messages and {Activities} activities that an earlier process left.")]
    public static partial void Loaded(ILogger logger, int messages, int activities);

    [LoggerMessage(2007, LogLevel.Warning, "Timers are {Lag} late: there is more work than this machine can do, or it was asleep.")]
    public static partial void TimersLate(ILogger logger, TimeSpan lag);

    [LoggerMessage(2008, LogLevel.Error,
        "Orchestrator '{Orchestrator}' ({Instance}) has an async void method that threw {FailureType}: {FailureMessage}. Nobody can catch that, and it goes on: let the method return a Task, and await it.")]
    public static partial void ThrownToNobody(ILogger logger, string orchestrator, string instance, string failureType, string failureMessage);
}
