using Microsoft.Extensions.Logging;

namespace Rettidig.SelfHost.Schedules;

internal static partial class ScheduleLog
{
    [LoggerMessage(120, LogLevel.Error, "The timer function {Function} failed; it runs again at its next occurrence.")]
    public static partial void RunFailed(ILogger logger, string function, Exception failure);

    [LoggerMessage(121, LogLevel.Error, "The run of {Function} could not be recorded; after a restart it may run once more.")]
    public static partial void NotRemembered(ILogger logger, string function, Exception failure);
}
