using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Rettidig.SelfHost.Hosting;

/// <summary>
/// The app's <c>host.json</c>, as far as the embedded host follows it. As in Azure, the configuration section
/// <c>AzureFunctionsJobHost</c> overrides it: <c>AzureFunctionsJobHost:extensions:http:routePrefix</c>.
/// </summary>
public sealed class HostJson
{
    private readonly IConfiguration file;
    private readonly IConfiguration overrides;

    private HostJson(IConfiguration file, IConfiguration overrides)
    {
        this.file = file;
        this.overrides = overrides;
    }

    /// <summary><c>extensions:http:routePrefix</c>, without slashes at its ends. Default <c>api</c>.</summary>
    public string RoutePrefix => (Setting("extensions:http:routePrefix") ?? "api").Trim('/');

    /// <summary><c>extensions:serviceBus:maxConcurrentCalls</c>: how many messages of a subscription are worked on at once. Default 16.</summary>
    public int MaxConcurrentCalls => Positive("extensions:serviceBus:maxConcurrentCalls", 16);

    /// <summary><c>extensions:serviceBus:maxAutoLockRenewalDuration</c>: how long the lock on a message is renewed while its function runs. Default five minutes.</summary>
    public TimeSpan MaxAutoLockRenewalDuration => Setting("extensions:serviceBus:maxAutoLockRenewalDuration") switch
    {
        null or "" => TimeSpan.FromMinutes(5),
        string text when TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan duration) && duration >= TimeSpan.Zero => duration,
        string text => throw new EmbeddedHostException($"I host.json er extensions:serviceBus:maxAutoLockRenewalDuration '{text}': skriv timer:minutter:sekunder, fx 00:05:00."),
    };

    /// <summary><c>extensions:durableTask:maxConcurrentOrchestratorFunctions</c>: how many orchestrations have a turn at once. Default 32.</summary>
    public int MaxConcurrentOrchestrators => Positive("extensions:durableTask:maxConcurrentOrchestratorFunctions", 32);

    /// <summary><c>extensions:durableTask:maxConcurrentActivityFunctions</c>: how many activities run at once. Default 32.</summary>
    public int MaxConcurrentActivities => Positive("extensions:durableTask:maxConcurrentActivityFunctions", 32);

    /// <summary>Reads the file from the first of the folders that has it; without one the defaults hold.</summary>
    public static HostJson Load(IConfiguration configuration, params IReadOnlyList<string> folders)
    {
        IConfigurationSection overrides = configuration.GetSection("AzureFunctionsJobHost");
        string? file = folders.Select(folder => Path.Combine(folder, "host.json")).FirstOrDefault(File.Exists);
        if (file is null)
        {
            return new HostJson(new ConfigurationBuilder().Build(), overrides);
        }

        try
        {
            // As a stream: a JSON file source would bring a file watcher with it.
            using FileStream stream = File.OpenRead(file);
            return new HostJson(new ConfigurationBuilder().AddJsonStream(stream).Build(), overrides);
        }
        catch (Exception broken) when (broken is FormatException or System.Text.Json.JsonException or InvalidDataException)
        {
            throw new EmbeddedHostException($"Filen {file} er ikke gyldig JSON ({(broken.InnerException ?? broken).Message}): ret den.", broken);
        }
    }

    /// <summary>One after the other, since a chained configuration takes an empty value, such as an empty prefix, for a missing one.</summary>
    private string? Setting(string key) => overrides[key] ?? file[key];

    private int Positive(string key, int otherwise) => Setting(key) switch
    {
        null or "" => otherwise,
        string text when int.TryParse(text, out int number) && number > 0 => number,
        string text => throw new EmbeddedHostException($"I host.json er {key} '{text}': skriv et helt tal større end 0."),
    };
}
