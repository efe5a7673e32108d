using Microsoft.Extensions.Logging;

namespace Rettidig.Compat.Functions;

internal static partial class HttpLog
{
    [LoggerMessage(140, LogLevel.Error, "The HTTP function {Function} failed.")]
    public static partial void FunctionFailed(ILogger logger, string function, Exception failure);
}
