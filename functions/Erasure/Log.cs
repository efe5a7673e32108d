using Microsoft.Extensions.Logging;

namespace Rettidig.Functions.Erasure;

/// <summary>What erasures and access requests leave in the log: that they were made, never of whom. Event ids 6200 to 6209.</summary>
internal static partial class Log
{
    [LoggerMessage(6201, LogLevel.Warning, "A placement of {Municipality} is erased: {Rows} rows taken away, done: {Done}.")]
    public static partial void Erased(ILogger logger, string municipality, int rows, bool done);

    [LoggerMessage(6203, LogLevel.Warning, "One of the staff of {Municipality} is erased: {Rows} rows taken away.")]
    public static partial void ErasedStaff(ILogger logger, string municipality, int rows);

    [LoggerMessage(6204, LogLevel.Warning, "What is held about one of the staff of {Municipality} is handed out: {Rows} rows.")]
    public static partial void ExportedStaff(ILogger logger, string municipality, int rows);

    [LoggerMessage(6202, LogLevel.Warning, "What is held about a placement of {Municipality} is handed out: {Rows} rows.")]
    public static partial void Exported(ILogger logger, string municipality, int rows);
}
