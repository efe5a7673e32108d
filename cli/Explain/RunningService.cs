using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Rettidig.Cli.Terminal;
using Rettidig.Domain;
using Rettidig.Functions.Api;
using Rettidig.Functions.Explanations;

namespace Rettidig.Cli.Explain;

/// <summary>Asks the running service, as its pages do: whoever has no key sees nothing.</summary>
internal static class RunningService
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <exception cref="Refused">The service is away, refuses the key, or does not know the placement.</exception>
    public static async Task<PlacementExplanation> ExplainAsync(ServiceAddress service, PlacementKey placement, LocalDate? on, CancellationToken cancellation)
    {
        using var http = new HttpClient { Timeout = Patience };
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(service.Root, $"api/placements/{placement.Subject}{Query(on)}"));
        request.Headers.TryAddWithoutValidation("x-functions-key", service.Key);
        try
        {
            using HttpResponseMessage response = await http.SendAsync(request, cancellation);
            return response.IsSuccessStatusCode
                ? await response.Content.ReadFromJsonAsync<PlacementExplanation>(ApiJson.Options, cancellation) ?? throw NotOurs(service)
                : throw await RefusalAsync(service, placement, response, cancellation);
        }
        catch (JsonException)
        {
            throw NotOurs(service);
        }
        catch (Exception away) when (away is HttpRequestException || (away is TaskCanceledException && !cancellation.IsCancellationRequested))
        {
            throw Refused.AsItWent($"Tjenesten på {service.Root} svarer ikke: start den med ./run.sh, eller ret adressen med --url.");
        }
    }

    private static string Query(LocalDate? on) => on is { } day ? $"?on={LocalDatePattern.Iso.Format(day)}" : "";

    private static async Task<Refused> RefusalAsync(ServiceAddress service, PlacementKey placement, HttpResponseMessage response, CancellationToken cancellation) => response.StatusCode switch
    {
        HttpStatusCode.NotFound => await MissingAsync(service, placement, response, cancellation),
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden =>
            Refused.AsWritten($"Tjenesten på {service.Root} afviser nøglen: skriv den rigtige i {ServiceAddress.KeyVariable}, eller peg på tjenestens datamappe med --data."),
        _ => Refused.AsItWent($"Tjenesten på {service.Root} kan ikke svare lige nu (svar {(int)response.StatusCode}): vent lidt, og prøv igen."),
    };

    private static async Task<Refused> MissingAsync(ServiceAddress service, PlacementKey placement, HttpResponseMessage response, CancellationToken cancellation)
    {
        PlacementError error = await response.Content.ReadFromJsonAsync<PlacementError>(ApiJson.Options, cancellation) ?? throw NotOurs(service);
        string nearest = error.Nearest is { Count: > 0 } names ? $" Nærmest er: {string.Join(", ", names)}." : "";
        return Refused.AsWritten($"{placement.Subject}: {error.Error}{nearest}");
    }

    private static Refused NotOurs(ServiceAddress service) =>
        Refused.AsItWent($"Det, der svarer på {service.Root}, er ikke Rettidig, eller en anden udgave: ret adressen med --url, eller brug samme udgave som tjenesten.");
}
