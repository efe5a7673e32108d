using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Rettidig.Cli.Terminal;

namespace Rettidig.Cli.Service;

/// <summary>The running service's own functions, asked over HTTP with the key that opens them.</summary>
internal sealed class ServiceConnection(HttpClient http, Uri address, string key)
{
    /// <summary>The environment variable that may hold the key.</summary>
    public const string Variable = "RETTIDIG_CODE";

    /// <summary>Where the service on this machine listens unless told otherwise.</summary>
    public const string DefaultAddress = "http://localhost:7071";

    /// <summary>The file that the service on this machine keeps its key in.</summary>
    public const string DefaultFile = "./data/token";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>From the options, else from the environment, else from the service's own file.</summary>
    /// <exception cref="Refused">The address is none, or there is no key.</exception>
    public static ServiceConnection Open(HttpClient http, string? to) =>
        Uri.TryCreate((to ?? DefaultAddress).TrimEnd('/') + "/", UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https"
            ? new ServiceConnection(http, address, Key())
            : throw Refused.AsWritten($"--to: '{to}' er ikke en adresse; skriv fx {DefaultAddress}.");

    /// <summary>Asks for an answer of a type.</summary>
    /// <param name="method">The verb.</param>
    /// <param name="path">From the service's address on, with its query.</param>
    /// <param name="cancellation">Breaks off.</param>
    /// <exception cref="Refused">The service is away, refuses the key, or refuses what was asked; then in its own words.</exception>
    public async Task<T> AskAsync<T>(HttpMethod method, string path, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, path));
        request.Headers.Add("x-functions-key", key);
        try
        {
            using HttpResponseMessage response = await http.SendAsync(request, cancellation);
            return response.IsSuccessStatusCode
                ? (await response.Content.ReadFromJsonAsync<T>(Json, cancellation))!
                : throw Refused.AsItWent(await SentenceAsync(response, cancellation));
        }
        catch (Exception away) when (away is HttpRequestException || (away is TaskCanceledException && !cancellation.IsCancellationRequested))
        {
            throw Refused.AsItWent($"Tjenesten på {address} svarer ikke: start den med ./run.sh, eller ret adressen med --to.");
        }
    }

    private async Task<string> SentenceAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        if (response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
        {
            return $"Tjenesten på {address} afviser nøglen: brug den, der hører til tjenesten, i miljøvariablen {Variable}.";
        }

        try
        {
            JsonElement answer = await response.Content.ReadFromJsonAsync<JsonElement>(Json, cancellation);
            return answer.GetProperty("error").GetString()!;
        }
        catch (Exception noSentence) when (noSentence is JsonException or KeyNotFoundException or InvalidOperationException or NotSupportedException)
        {
            return $"Tjenesten på {address} kan ikke svare på det (svar {(int)response.StatusCode}): se efter, at den er af samme version som kommandoen.";
        }
    }

    private static string Key()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { } variable && !string.IsNullOrWhiteSpace(variable))
        {
            return variable.Trim();
        }

        try
        {
            return File.ReadAllText(DefaultFile).Trim();
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw Refused.AsWritten($"Nøglen {DefaultFile} kan ikke læses: start tjenesten med ./run.sh i samme mappe, eller skriv nøglen i miljøvariablen {Variable}.");
        }
    }
}
