using Microsoft.Extensions.Logging;

namespace Rettidig.SelfHost.Pumps;

internal static partial class PumpLog
{
    [LoggerMessage(100, LogLevel.Error, "A step of {Pump} failed unexpectedly; it goes on in {Seconds} s.")]
    public static partial void StepFailed(ILogger logger, string pump, double seconds, Exception failure);

    [LoggerMessage(102, LogLevel.Error, "{Pump}: {Reason} Prøver igen om {Seconds} s.")]
    public static partial void NotStored(ILogger logger, string pump, string reason, double seconds);

    [LoggerMessage(101, LogLevel.Warning, "Stopped while {Running} steps were still running; their work is repeated at the next start.")]
    public static partial void StoppedWhileRunning(ILogger logger, int running);
}
