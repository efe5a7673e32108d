using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Rettidig.SelfHost.Hosting;
using Rettidig.SelfHost.Storage;
using Rettidig.SelfHost.Time;

namespace Rettidig.Contract.Tests.Hosting;

public sealed class HostStartTests : IDisposable
{
    private readonly TemporaryFolder data = new();
    private readonly Journal journal = new();

    public void Dispose() => data.Dispose();

    [Fact]
    public void The_connections_lead_to_the_file_in_the_data_folder_also_when_it_is_set_late()
    {
        FunctionsApplicationBuilder builder = FunctionsApplication.CreateBuilder([]);
        builder.Configuration["SelfHost:Data"] = data.Path;

        Assert.Equal($"Embedded={Path.Combine(data.Path, "rettidig.db")}", builder.Configuration["Storage"]);
        Assert.Equal($"Embedded={Path.Combine(data.Path, "rettidig.db")}", builder.Configuration["ServiceBus"]);
    }

    [Fact]
    public void A_connection_that_is_set_wins_over_the_embedded_one()
    {
        FunctionsApplicationBuilder builder = FunctionsApplication.CreateBuilder(["--Storage=UseDevelopmentStorage=true"]);

        Assert.Equal("UseDevelopmentStorage=true", builder.Configuration["Storage"]);
    }

    [Theory]
    [InlineData("SelfHost:Durability", "Halv", "Indstillingen SelfHost:Durability er 'Halv': skriv Full")]
    [InlineData("SelfHost:Durability", "7", "Indstillingen SelfHost:Durability er '7': skriv Full")]
    [InlineData("SelfHost:Urls", "7071", "Indstillingen SelfHost:Urls indeholder '7071'")]
    [InlineData("SelfHost:Urls", "http://localhost:7071;ftp://x", "Indstillingen SelfHost:Urls indeholder 'ftp://x'")]
    [InlineData("SelfHost:Token", "kort", "Indstillingen SelfHost:Token er kortere end 16 tegn")]
    [InlineData("SelfHost:Data", "/proc/nothing-can-be-made-here", "Mappen /proc/nothing-can-be-made-here kan ikke oprettes")]
    [InlineData("AzureFunctionsJobHost:extensions:serviceBus:maxConcurrentCalls", "mange", "I host.json er extensions:serviceBus:maxConcurrentCalls 'mange'")]
    public void A_broken_setting_ends_the_start_with_how_to_mend_it(string setting, string value, string said)
    {
        FunctionsApplicationBuilder builder = TestApp.Builder(data, journal);
        builder.Configuration[setting] = value;

        string message = Assert.Throws<EmbeddedHostException>(() =>
        {
            using IHost host = builder.Build();
            _ = host.Services.GetRequiredService<HostJson>().MaxConcurrentCalls;
        }).Message;

        Assert.StartsWith(said, message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_host_on_the_same_data_is_refused_with_the_first_ones_process()
    {
        using IHost first = TestApp.Builder(data, journal).Build();

        string message = Assert.Throws<EmbeddedHostException>(TestApp.Builder(data, journal).Build).Message;

        Assert.Contains(data.Path, message, StringComparison.Ordinal);
        Assert.Contains($"(pid {Environment.ProcessId.ToString(CultureInfo.InvariantCulture)})", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_full_disk_is_not_taken_for_another_process_and_holds_no_folder()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        // Every write to this device is told that the disk is full.
        File.CreateSymbolicLink(Path.Combine(data.Path, "pid"), "/dev/full");

        string message = Assert.Throws<EmbeddedHostException>(() => DataFolder.Hold(data.Path)).Message;

        Assert.Equal($"Disken med mappen {data.Path} er fuld: gør plads, og start igen.", message);
        Assert.False(DataFolder.IsHeld(data.Path));
    }

    [Fact]
    public async Task A_program_that_cannot_use_its_data_file_says_why_and_ends_with_1()
    {
        await File.WriteAllTextAsync(Path.Combine(data.Path, "rettidig.db"), string.Concat(Enumerable.Repeat("Kære kommune. ", 100)));
        using Process program = Process.Start(new ProcessStartInfo("dotnet", [typeof(HostStartTests).Assembly.Location, "app", data.Path]) { RedirectStandardError = true })!;

        string said = await program.StandardError.ReadToEndAsync();
        await program.WaitForExitAsync();

        Assert.Equal($"Filen {Path.Combine(data.Path, "rettidig.db")} er ikke en datafil fra Rettidig, eller dens begyndelse er beskadiget: vælg en anden mappe, eller gendan den seneste sikkerhedskopi. Filen er ikke ændret.", said.Trim());
        Assert.Equal(1, program.ExitCode);
    }

    [Theory]
    [InlineData("bus")]
    [InlineData("durable")]
    [InlineData("schedules")]
    [InlineData("tables")]
    public async Task A_file_of_which_one_part_is_newer_is_refused_and_nothing_in_it_is_touched(string part)
    {
        TestApp.Builder(data, journal).Build().Dispose();
        string file = Path.Combine(data.Path, "rettidig.db");
        await using (SqliteStore store = SqliteStore.Open(file))
        {
            await store.WriteAsync(session => session.Execute("INSERT OR REPLACE INTO schema_versions (part, version) VALUES ($1, 99)", part));
        }

        byte[] before = await File.ReadAllBytesAsync(file);
        string message = Assert.Throws<EmbeddedHostException>(TestApp.Builder(data, journal).Build).Message;

        Assert.StartsWith($"Datafilen {file} er skrevet af en nyere version af programmet (delen '{part}' har version 99", message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(file));
    }

    [Fact]
    public async Task A_host_whose_data_file_turns_out_to_be_damaged_stops_and_says_so()
    {
        using IHost host = TestApp.Builder(data, journal).Build();
        await host.StartAsync();

        await Assert.ThrowsAsync<StoreException>(() => host.Services.GetRequiredService<SqliteStore>().WriteAsync(_ => throw new SqliteException("database disk image is malformed", 11)));
        string message = (await Assert.ThrowsAsync<EmbeddedHostException>(() => host.WaitForShutdownAsync())).Message;

        Assert.Contains("er beskadiget (database disk image is malformed): stop programmet", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_host_that_is_gone_leaves_its_data_to_the_next()
    {
        TestApp.Builder(data, journal).Build().Dispose();

        using IHost next = TestApp.Builder(data, journal).Build();

        Assert.Equal(data.Path, next.Services.GetRequiredService<EmbeddedHostOptions>().Data);
    }

    [Fact]
    public void The_token_is_made_once_and_only_its_owner_can_read_it()
    {
        string first = TokenOfAHost();

        Assert.Equal(64, first.Length);
        Assert.Equal(first, TokenOfAHost());
        Assert.Equal(first, File.ReadAllText(Path.Combine(data.Path, "token")).Trim());
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, OperatingSystem.IsWindows() ? UnixFileMode.UserRead | UnixFileMode.UserWrite : File.GetUnixFileMode(Path.Combine(data.Path, "token")));
    }

    [Fact]
    public void A_data_folder_that_the_host_makes_is_for_its_owner_alone()
    {
        string made = Path.Combine(data.Path, "made");

        using (DataFolder.Hold(made))
        {
            Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(made) == (UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute));
        }
    }

    [Fact]
    public void An_assembly_that_is_named_and_not_there_is_told()
    {
        FunctionsApplicationBuilder builder = FunctionsApplication.CreateBuilder([$"--SelfHost:Data={data.Path}", "--SelfHost:FunctionAssemblies=No.Such.Assembly"]);

        Assert.Contains("'No.Such.Assembly', which cannot be loaded", Assert.Throws<InvalidOperationException>(builder.Build).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_on_simulated_time_runs_its_hosted_services_and_nothing_else()
    {
        FunctionsApplicationBuilder builder = TestApp.Builder(data, journal).ConfigureFunctionsWebApplication();
        builder.Services.AddSingleton<TimeProvider>(new SimulatedClock(TestApp.Monday));
        builder.Services.AddSingleton<IHostedService>(new Preparing(journal));
        using IHost host = builder.Build();

        await host.StartAsync();

        Assert.Equal(["prepared"], journal.Lines);
        Assert.Null(host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>());
        await host.StopAsync();
    }

    [Theory]
    [InlineData(typeof(Doubled), "2 functions have the name", "Doubled.One", "Doubled.Two")]
    [InlineData(typeof(TwoTriggers), "function 'Both'", "TwoTriggers.Run", "has 2 triggers (TimerTriggerAttribute, TimerTriggerAttribute)")]
    [InlineData(typeof(NoTrigger), "function 'Never'", "NoTrigger.Run", "has no trigger")]
    [InlineData(typeof(UnknownTrigger), "function 'Odd'", "UnknownTrigger.Run", "Served are: ")]
    [InlineData(typeof(WrongParameter), "timer function 'Text'", "takes its trigger as String", "TimerInfo timer")]
    public void A_function_that_cannot_run_is_refused_at_the_start(Type functions, params string[] said)
    {
        string message = Assert.Throws<InvalidOperationException>(TestApp.Builder(data, journal, functions).Build).Message;

        Assert.All(said, part => Assert.Contains(part, message, StringComparison.Ordinal));
    }

    private string TokenOfAHost()
    {
        using IHost host = TestApp.Builder(data, journal).Build();
        return host.Services.GetRequiredService<AccessToken>().Value;
    }

    private sealed class Preparing(Journal journal) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            journal.Write("prepared");
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    internal sealed class Doubled
    {
        [Function("Same")]
        public void One([TimerTrigger("0 0 * * * *")] TimerInfo timer)
        {
        }

        [Function("same")]
        public void Two([TimerTrigger("0 0 * * * *")] TimerInfo timer)
        {
        }
    }

    internal sealed class TwoTriggers
    {
        [Function("Both")]
        public void Run([TimerTrigger("0 0 * * * *")] TimerInfo one, [TimerTrigger("0 0 * * * *")] TimerInfo other)
        {
        }
    }

    internal sealed class NoTrigger
    {
        [Function("Never")]
        public void Run(TimerInfo timer)
        {
        }
    }

    internal sealed class OddTriggerAttribute : Microsoft.Azure.Functions.Worker.Extensions.Abstractions.TriggerBindingAttribute;

    internal sealed class UnknownTrigger
    {
        [Function("Odd")]
        public void Run([OddTrigger] string odd)
        {
        }
    }

    internal sealed class WrongParameter
    {
        [Function("Text")]
        public void Run([TimerTrigger("0 0 * * * *")] string timer)
        {
        }
    }
}
