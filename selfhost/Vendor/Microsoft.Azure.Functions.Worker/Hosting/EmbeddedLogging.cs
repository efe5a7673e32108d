using Microsoft.Extensions.Logging;

namespace Rettidig.Compat.Functions;

/// <summary>A log for a person at a terminal: one line an event, with the time.</summary>
internal static class EmbeddedLogging
{
    public static void Configure(ILoggingBuilder logging) => logging.ClearProviders().AddSimpleConsole(console =>
    {
        console.SingleLine = true;
        console.TimestampFormat = "HH:mm:ss ";
        console.IncludeScopes = false;
    });
}
