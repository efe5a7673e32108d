using Microsoft.Extensions.Logging;

namespace Rettidig.Compat.Functions;

internal static partial class HostLog
{
    [LoggerMessage(1, LogLevel.Information, "Klar: {Functions} funktioner, data i {Data}, lytter på {Addresses}. Ctrl-C stopper.")]
    public static partial void Listening(ILogger logger, int functions, string data, string addresses);
}
