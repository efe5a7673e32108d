using System.Diagnostics;
using System.Net;

namespace Rettidig.Browser.Tests.Service;

/// <summary>The service as <c>./run.sh</c> starts it, and what it printed to try.</summary>
internal sealed class StartedService : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    private readonly Process process;
    private readonly HttpClient http = new();
    private readonly List<string> lines = [];

    private StartedService(Process process) => this.process = process;

    /// <summary>The command that stands in the lines after "curl", whole.</summary>
    public string PrintedCurl
    {
        get
        {
            lock (lines)
            {
                string[] command = [.. lines.SkipWhile(line => !line.TrimStart().StartsWith("curl", StringComparison.Ordinal)).TakeWhile(line => line.Trim().Length > 0)];
                return string.Join('\n', command);
            }
        }
    }

    public string PrintedPlacementPage => PrintedAfter("sagen ");

    /// <summary>Starts it in a folder on a free port, with settings as the shell has them, and waits until it has printed what to try.</summary>
    public static async Task<StartedService> StartAsync(string folder, string settings = "")
    {
        using var own = new ServiceFolder();
        var service = new StartedService(Shell.Start($"{settings} SelfHost__Urls='{own.Url}' exec '{Source.File("run.sh")}'", folder));
        service.process.OutputDataReceived += (_, line) => service.Hear(line.Data);
        service.process.ErrorDataReceived += (_, line) => service.Hear(line.Data);
        service.process.BeginOutputReadLine();
        service.process.BeginErrorReadLine();
        await service.UntilAsync(() => Task.FromResult(service.Has("udbakken ") ? HttpStatusCode.OK : HttpStatusCode.NotFound));
        service.http.BaseAddress = own.Url;
        return service;
    }

    public async Task<HttpStatusCode> GetAsync(string page)
    {
        using HttpResponseMessage response = await http.GetAsync(page);
        return response.StatusCode;
    }

    /// <summary>Waits until an answer is a good one.</summary>
    public async Task UntilAsync(Func<Task<HttpStatusCode>> answer)
    {
        var clock = Stopwatch.StartNew();
        while (await answer() != HttpStatusCode.OK)
        {
            Assert.False(process.HasExited || clock.Elapsed > Patience, $"The service did not answer well.\n{string.Join('\n', Said())}");
            await Task.Delay(50);
        }
    }

    public void Kill()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            Kill();
        }

        process.Dispose();
        http.Dispose();
    }

    private string PrintedAfter(string label)
    {
        lock (lines)
        {
            return lines.First(line => line.TrimStart().StartsWith(label, StringComparison.Ordinal)).Trim()[label.Length..].Trim();
        }
    }

    private bool Has(string label)
    {
        lock (lines)
        {
            return lines.Any(line => line.TrimStart().StartsWith(label, StringComparison.Ordinal));
        }
    }

    private string[] Said()
    {
        lock (lines)
        {
            return [.. lines];
        }
    }

    private void Hear(string? line)
    {
        if (line is not null)
        {
            lock (lines)
            {
                lines.Add(line);
            }
        }
    }
}
