using Microsoft.Extensions.Logging;

namespace Rettidig.Orchestrations;

/// <summary>What the stories say while they run. Event ids 1000 to 1099.</summary>
internal static partial class Log
{
    [LoggerMessage(1001, LogLevel.Warning, "The watchdog found {Placement} not followed as it should be; it was {Repair}.")]
    public static partial void LifecycleRepaired(this ILogger logger, string placement, string repair);
}
