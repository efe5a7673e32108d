using Microsoft.Extensions.Logging;

namespace Rettidig.Compat.Functions;

internal static partial class ServiceBusLog
{
    [LoggerMessage(160, LogLevel.Error, "The function {Function} failed on message {SequenceNumber}, delivery {Delivery}; the message is given back.")]
    public static partial void FunctionFailed(ILogger logger, string function, long sequenceNumber, int delivery, Exception failure);
}
