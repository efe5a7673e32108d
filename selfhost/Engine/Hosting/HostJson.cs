using Microsoft.Extensions.Configuration;

namespace Rettidig.SelfHost.Hosting;

/// <summary>
/// The app's <c>host.json</c>, as far as the embedded host follows it. As in Azure, the configuration section
/// <c>AzureFunctionsJobHost</c> overrides it: <c>AzureFunctionsJobHost:extensions:http:routePrefix</c>.
/// </summary>
public sealed class HostJson
{
    private readonly IConfiguration settings;

    private HostJson(IConfiguration settings) => this.settings = settings;

    /// <summary><c>extensions:http:routePrefix</c>, without slashes at its ends. Default <c>api</c>.</summary>
    public string RoutePrefix => (settings["extensions:http:routePrefix"] ?? "api").Trim('/');

    /// <summary><c>extensions:serviceBus:maxConcurrentCalls</c>: how many messages of a subscription are worked on at once. Default 16.</summary>
    public int MaxConcurrentCalls => Positive("extensions:serviceBus:maxConcurrentCalls", 16);

    /// <summary>Reads the file from the first of the folders that has it; without one the defaults hold.</summary>
    public static HostJson Load(IConfiguration configuration, params IReadOnlyList<string> folders)
    {
        var builder = new ConfigurationBuilder();
        string? file = folders.Select(folder => Path.Combine(folder, "host.json")).FirstOrDefault(File.Exists);
        try
        {
            if (file is not null)
            {
                // As a stream: a JSON file source would bring a file watcher with it.
                using FileStream stream = File.OpenRead(file);
                builder.AddJsonStream(stream);
                return new HostJson(builder.AddConfiguration(configuration.GetSection("AzureFunctionsJobHost")).Build());
            }

            return new HostJson(builder.AddConfiguration(configuration.GetSection("AzureFunctionsJobHost")).Build());
        }
        catch (Exception broken) when (broken is FormatException or System.Text.Json.JsonException or InvalidDataException)
        {
            throw new EmbeddedHostException($"Filen {file} er ikke gyldig JSON ({(broken.InnerException ?? broken).Message}): ret den.", broken);
        }
    }

    private int Positive(string key, int otherwise) => settings[key] switch
    {
        null or "" => otherwise,
        string text when int.TryParse(text, out int number) && number > 0 => number,
        string text => throw new EmbeddedHostException($"I host.json er {key} '{text}': skriv et helt tal større end 0."),
    };
}
