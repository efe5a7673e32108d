using Microsoft.Extensions.Logging;

namespace Rettidig.Functions.Departures;

/// <summary>What a municipality that moves out leaves in the log. Event ids 6210 to 6219.</summary>
internal static partial class Log
{
    [LoggerMessage(6210, LogLevel.Warning, "Everything of {Municipality} is erased: {Rows} rows and {Instances} instances taken away, done: {Done}.")]
    public static partial void Erased(ILogger logger, string municipality, int rows, int instances, bool done);

    [LoggerMessage(6211, LogLevel.Warning, "What is held about {Municipality} is handed out: {Rows} rows of {Table}.")]
    public static partial void HandedOut(ILogger logger, string municipality, int rows, string table);

    [LoggerMessage(6212, LogLevel.Warning, "What was held about {Municipality} is put back: {Rows} rows of {Table}.")]
    public static partial void PutBack(ILogger logger, string municipality, int rows, string table);
}
