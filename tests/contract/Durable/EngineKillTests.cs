using System.Diagnostics;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Converters;
using Microsoft.Extensions.Logging.Abstractions;
using Rettidig.SelfHost.Durable;
using Rettidig.SelfHost.Storage;
using Rettidig.SelfHost.Time;

namespace Rettidig.Contract.Tests.Durable;

/// <summary>
/// The engine's process is killed at random moments, a hundred times on one file: nothing is lost, nothing is applied
/// twice, and no activity runs again whose result was recorded.
/// </summary>
public sealed class EngineKillTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("kill-").FullName;
    private readonly HashSet<string> recorded = [];
    private int read;

    private string File => Path.Combine(folder, "kill.db");

    private string Journal => Path.Combine(folder, "journal");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    [Trait("Run", "Long")]
    public async Task Killed_a_hundred_times_it_loses_nothing_and_doubles_nothing()
    {
        var random = new Random(1);
        for (int kill = 0; kill < 100; kill++)
        {
            using Process engine = await StartAsync("work");
            await Task.Delay(random.Next(1, 150));
            engine.Kill();
            await engine.WaitForExitAsync();
            await CheckAsync();
        }

        using Process last = await StartAsync("finish");
        await last.WaitForExitAsync();
        Assert.Equal(0, last.ExitCode);
        await CheckAsync();
        await CheckOutputsAsync();
    }

    private async Task<Process> StartAsync(string mode)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(EngineKillTests).Assembly.Location, "engine", File, Journal, mode]) { RedirectStandardOutput = true };
        Process engine = Process.Start(start)!;
        Assert.Equal("ready", await engine.StandardOutput.ReadLineAsync());
        return engine;
    }

    /// <summary>What ran since the last look was not recorded before; what ran and waits no more is recorded now.</summary>
    private async Task CheckAsync()
    {
        string[] ran = [.. Lines().Skip(read)];
        Assert.Empty(ran.Intersect(recorded));
        read += ran.Length;
        await using SqliteStore store = SqliteStore.Open(File);
        Assert.Equal("ok", store.Read(session => session.First("PRAGMA integrity_check", row => row.GetString(0))));
        HashSet<string> waiting = [.. store.Read(session => session.Query("SELECT input FROM durable_activities", row => row.GetString(0).Trim('"')))];
        recorded.UnionWith(ran.Where(what => !waiting.Contains(what)));
    }

    private async Task CheckOutputsAsync()
    {
        await using SqliteStore store = SqliteStore.Open(File);
        var engine = new DurableEngine(store, new SimulatedClock(KeptStories.Start), new DurableOptions(), NullLoggerFactory.Instance);
        var client = new EmbeddedDurableTaskClient(engine, JsonDataConverter.Default);
        int walks = 0;
        await foreach (OrchestrationMetadata instance in client.GetAllInstancesAsync(new OrchestrationQuery { FetchInputsAndOutputs = true }))
        {
            Assert.True(instance.RuntimeStatus == OrchestrationRuntimeStatus.Completed, instance.ToString());
            if (instance.Name == "Walk")
            {
                walks++;
                Assert.Equal(KilledEngine.Expected(instance.InstanceId), instance.ReadOutputAs<string>());
            }
        }

        Assert.True(walks >= KilledEngine.Abreast, $"Expected at least {KilledEngine.Abreast} instances, found {walks}.");
        Assert.Superset(recorded, Lines().ToHashSet());
    }

    /// <summary>Whole lines: a kill may break off the last one, whose activity then runs again.</summary>
    private IEnumerable<string> Lines() => System.IO.File.ReadAllText(Journal).Split('\n')[..^1].Where(line => line.StartsWith("lane", StringComparison.Ordinal));
}
