using System.Diagnostics;
using System.Globalization;

namespace Rettidig.Browser.Tests.Service;

/// <summary>The service in a process of its own, which can be killed as a power cut would.</summary>
internal sealed class ServiceProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly Process process;
    private readonly List<string> output = [];
    private Beat last;

    private ServiceProcess(Process process, DateTimeOffset begins)
    {
        this.process = process;
        last = new Beat(begins, int.MaxValue, int.MaxValue);
    }

    /// <summary>What time it was in the service when it last told, and what was left to do.</summary>
    public Beat Last
    {
        get
        {
            lock (output)
            {
                return last;
            }
        }
    }

    /// <summary>
    /// Starts it at a moment, on the data that are there. Its clock runs at a speed; at the gate, if there is one ahead,
    /// it waits until every look that is owed is done.
    /// </summary>
    public static ServiceProcess Start(ServiceFolder folder, DateTimeOffset begins, int speed, DateTimeOffset gate = default)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                typeof(ServiceProcess).Assembly.Location,
                $"--SelfHost:Data={folder.Data}",
                $"--SelfHost:Urls={folder.Url}",
                $"--Test:Begins={begins:O}",
                string.Create(CultureInfo.InvariantCulture, $"--Test:Speed={speed}"),
                $"--Test:Gate={gate:O}",
                $"--Test:MailLog={folder.MailLog}",
            },
        };
        var service = new ServiceProcess(new Process { StartInfo = start }, begins);
        service.process.OutputDataReceived += (_, line) => service.Hear(line.Data);
        service.process.ErrorDataReceived += (_, line) => service.Hear(line.Data);
        service.process.Start();
        service.process.BeginOutputReadLine();
        service.process.BeginErrorReadLine();
        return service;
    }

    /// <summary>Waits until something is so.</summary>
    /// <exception cref="TimeoutException">It did not come; the message holds what the service said.</exception>
    public async Task UntilAsync(string what, Func<bool> isSo)
    {
        var clock = Stopwatch.StartNew();
        while (!isSo())
        {
            if (process.HasExited || clock.Elapsed > Patience)
            {
                throw new TimeoutException($"Expected {what}; {(process.HasExited ? "the service has ended" : "it did not come")}. Last {Last}.\n{string.Join('\n', Said())}");
            }

            await Task.Delay(20);
        }
    }

    /// <summary>SIGKILL: nothing is finished, nothing is flushed.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            Kill();
        }

        process.Dispose();
    }

    private string[] Said()
    {
        lock (output)
        {
            return [.. output.TakeLast(40)];
        }
    }

    private void Hear(string? line)
    {
        lock (output)
        {
            if (line?.Split(' ') is ["pulse", var time, var events, var notices])
            {
                last = new Beat(DateTimeOffset.Parse(time, CultureInfo.InvariantCulture), int.Parse(events, CultureInfo.InvariantCulture), int.Parse(notices, CultureInfo.InvariantCulture));
            }
            else if (line is not null)
            {
                output.Add(line);
            }
        }
    }
}

/// <summary>One beat of the service's pulse.</summary>
/// <param name="Now">Its time.</param>
/// <param name="Events">Events that wait or have not been looked at.</param>
/// <param name="Notices">Notices that wait to be sent.</param>
internal sealed record Beat(DateTimeOffset Now, int Events, int Notices);
