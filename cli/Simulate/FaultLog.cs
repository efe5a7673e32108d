using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Rettidig.Cli.Simulate;

/// <summary>
/// The log of a simulated service: thousands of lines that nobody asked for, except errors, which are kept so that a run
/// with any is not taken for a good one.
/// </summary>
internal sealed class FaultLog(TextWriter? everything) : ILoggerProvider
{
    private readonly ConcurrentQueue<string> faults = new();

    /// <summary>The errors, in order.</summary>
    public IReadOnlyCollection<string> Faults => faults;

    public ILogger CreateLogger(string categoryName) => new Category(this, categoryName);

    public void Dispose()
    {
        // Nothing is held open.
    }

    private LogLevel Lowest => everything is null ? LogLevel.Error : LogLevel.Warning;

    private void Write(LogLevel level, string category, string message, Exception? exception)
    {
        if (level >= LogLevel.Error)
        {
            faults.Enqueue(exception is null ? message : $"{message} ({exception.Message})");
        }

        everything?.WriteLine($"{level}: {category}: {message}{(exception is null ? "" : $"\n{exception}")}");
    }

    private sealed class Category(FaultLog log, string name) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= log.Lowest;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                log.Write(logLevel, name, formatter(state, exception), exception);
            }
        }
    }
}
