using System.Net;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;
using Rettidig.Cli.Terminal;
using Rettidig.Domain;
using Rettidig.Functions.Api;
using Rettidig.Functions.Departures;
using Rettidig.Functions.Erasure;
using Rettidig.Functions.Explanations;
using Rettidig.Functions.Reconsiderations;

namespace Rettidig.Cli.Service;

/// <summary>Asks the running service, as its pages do: whoever has no key sees nothing.</summary>
internal static class RunningService
{
    /// <summary>A placement at most; erasing one reads a whole municipality's list of open duties.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <exception cref="Refused">The service is away, refuses the key, or does not know the placement.</exception>
    public static Task<PlacementExplanation> ExplainAsync(ServiceAddress service, PlacementKey placement, LocalDate? on, CancellationToken cancellation) => AskAsync(
        service,
        HttpMethod.Get,
        $"api/placements/{placement.Subject}{Query(on)}",
        async answer => await answer.ReadFromJsonAsync<PlacementExplanation>(ApiJson.Options, cancellation) ?? throw NotOurs(service),
        missing => MissingAsync(service, placement, missing, cancellation),
        cancellation);

    /// <summary>Everything that is held about somebody, as the service wrote it.</summary>
    /// <exception cref="Refused">The service is away, refuses the key, or holds nothing.</exception>
    public static Task<string> ExportAsync(ServiceAddress service, DataSubject subject, CancellationToken cancellation) => AskAsync(
        service,
        HttpMethod.Get,
        subject.DataPath,
        answer => answer.ReadAsStringAsync(cancellation),
        _ => Task.FromResult(NothingHeld(subject)),
        cancellation);

    /// <summary>One step of an erasure; to be repeated until nothing is left.</summary>
    /// <exception cref="Refused">The service is away, refuses the key, or holds nothing.</exception>
    public static Task<ErasureReport> EraseAsync(ServiceAddress service, DataSubject subject, CancellationToken cancellation) => AskAsync(
        service,
        HttpMethod.Delete,
        subject.Path,
        async answer => await answer.ReadFromJsonAsync<ErasureReport>(Web, cancellation) ?? throw NotOurs(service),
        _ => Task.FromResult(NothingHeld(subject)),
        cancellation);

    /// <summary>The numbers of all municipalities, in order.</summary>
    /// <exception cref="Refused">The service is away or refuses the key.</exception>
    public static Task<IReadOnlyList<string>> MunicipalitiesAsync(ServiceAddress service, CancellationToken cancellation) =>
        AskMunicipalityAsync<IReadOnlyList<string>>(service, HttpMethod.Get, "", cancellation);

    /// <summary>What is held about a municipality, in numbers.</summary>
    /// <exception cref="Refused">The service is away or refuses the key.</exception>
    public static Task<MunicipalityCount> CountAsync(ServiceAddress service, string municipality, CancellationToken cancellation) =>
        AskMunicipalityAsync<MunicipalityCount>(service, HttpMethod.Get, municipality, cancellation);

    /// <summary>One piece of the erasure of a municipality; to be repeated until nothing is left.</summary>
    /// <exception cref="Refused">The service is away or refuses the key.</exception>
    public static Task<MunicipalityErased> EraseMunicipalityAsync(ServiceAddress service, string municipality, CancellationToken cancellation) =>
        AskMunicipalityAsync<MunicipalityErased>(service, HttpMethod.Delete, municipality, cancellation);

    /// <summary>The rows of a municipality in a table.</summary>
    /// <exception cref="Refused">The service is away or refuses the key.</exception>
    public static async IAsyncEnumerable<JsonObject> MunicipalityRowsAsync(
        ServiceAddress service, string municipality, string table, [EnumeratorCancellation] CancellationToken cancellation)
    {
        string? after = null;
        do
        {
            string query = after is null ? "" : $"?after={Uri.EscapeDataString(after)}";
            MunicipalityPage page = await AskMunicipalityAsync<MunicipalityPage>(service, HttpMethod.Get, $"{municipality}/data/{table}{query}", cancellation);
            foreach (JsonObject row in page.Rows)
            {
                yield return row;
            }

            after = page.Next;
        }
        while (after is not null);
    }

    /// <summary>Puts rows of a municipality back into a table.</summary>
    /// <exception cref="Refused">The service is away or refuses the key, or the rows.</exception>
    public static Task PutRowsAsync(ServiceAddress service, string municipality, string table, IReadOnlyList<JsonObject> rows, CancellationToken cancellation) => AskAsync(
        service,
        HttpMethod.Post,
        $"api/municipalities/{municipality}/data/{table}",
        _ => Task.FromResult(true),
        _ => Task.FromResult(NotOurs(service)),
        cancellation,
        JsonContent.Create(rows));

    private static Task<T> AskMunicipalityAsync<T>(ServiceAddress service, HttpMethod method, string rest, CancellationToken cancellation) => AskAsync(
        service,
        method,
        $"api/municipalities/{rest}".TrimEnd('/'),
        async answer => await answer.ReadFromJsonAsync<T>(Web, cancellation) ?? throw NotOurs(service),
        _ => Task.FromResult(NotOurs(service)),
        cancellation);

    /// <summary>The mails of the last two weeks of which nobody knew whether they went, newest first.</summary>
    /// <exception cref="Refused">The service is away or refuses the key.</exception>
    public static Task<IReadOnlyList<ToldMail>> UncertainMailsAsync(ServiceAddress service, CancellationToken cancellation) => AskAsync(
        service,
        HttpMethod.Get,
        "api/mails/uncertain",
        async answer => await answer.ReadFromJsonAsync<IReadOnlyList<ToldMail>>(ApiJson.Options, cancellation) ?? throw NotOurs(service),
        _ => Task.FromResult(NotOurs(service)),
        cancellation);

    /// <summary>Starts that every open placement looks at itself.</summary>
    /// <exception cref="Refused">The service is away, refuses the key, or does not know the municipality.</exception>
    public static Task<ReconsiderAnswer> ReconsiderAsync(ServiceAddress service, string? municipality, CancellationToken cancellation) =>
        AskReconsiderAsync(service, HttpMethod.Post, municipality is null ? "" : $"?municipality={Uri.EscapeDataString(municipality)}", cancellation);

    /// <summary>How far that is.</summary>
    /// <exception cref="Refused">The service is away, refuses the key, or does not know of it.</exception>
    public static Task<ReconsiderAnswer> ReconsideredAsync(ServiceAddress service, string id, CancellationToken cancellation) =>
        AskReconsiderAsync(service, HttpMethod.Get, $"/{id}", cancellation);

    private static Task<ReconsiderAnswer> AskReconsiderAsync(ServiceAddress service, HttpMethod method, string rest, CancellationToken cancellation) => AskAsync(
        service,
        method,
        $"api/reconsider{rest}",
        async answer => await answer.ReadFromJsonAsync<ReconsiderAnswer>(Web, cancellation) ?? throw NotOurs(service),
        async missing => Refused.AsWritten((await missing.ReadFromJsonAsync<PlacementError>(ApiJson.Options, cancellation) ?? throw NotOurs(service)).Error),
        cancellation);

    private static async Task<T> AskAsync<T>(
        ServiceAddress service, HttpMethod method, string path, Func<HttpContent, Task<T>> read, Func<HttpContent, Task<Refused>> missing, CancellationToken cancellation, HttpContent? body = null)
    {
        using var http = new HttpClient { Timeout = Patience };
        using var request = new HttpRequestMessage(method, new Uri(service.Root, path)) { Content = body };
        request.Headers.TryAddWithoutValidation("x-functions-key", service.Key);
        try
        {
            using HttpResponseMessage response = await http.SendAsync(request, cancellation);
            return response.IsSuccessStatusCode ? await read(response.Content) : throw await RefusalAsync(service, response, missing);
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

    private static async Task<Refused> RefusalAsync(ServiceAddress service, HttpResponseMessage response, Func<HttpContent, Task<Refused>> missing) => response.StatusCode switch
    {
        HttpStatusCode.NotFound => await missing(response.Content),
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden =>
            Refused.AsWritten($"Tjenesten på {service.Root} afviser nøglen: skriv den rigtige i {ServiceAddress.KeyVariable}, eller peg på tjenestens datamappe med --data."),
        HttpStatusCode.Conflict => Refused.AsWritten($"Kommunen er der allerede på {service.Root}. Kopien lægges ikke oven i det, der er: slet det først med 'rettidig municipality erase', hvis kopien er det rigtige."),
        HttpStatusCode.BadRequest => Refused.AsWritten($"Tjenesten på {service.Root} kan ikke læse rækkerne: {await response.Content.ReadAsStringAsync(CancellationToken.None)}"),
        _ => Refused.AsItWent($"Tjenesten på {service.Root} kan ikke svare lige nu (svar {(int)response.StatusCode}): vent lidt, og prøv igen."),
    };

    private static async Task<Refused> MissingAsync(ServiceAddress service, PlacementKey placement, HttpContent answer, CancellationToken cancellation)
    {
        PlacementError error = await answer.ReadFromJsonAsync<PlacementError>(ApiJson.Options, cancellation) ?? throw NotOurs(service);
        string nearest = error.Nearest is { Count: > 0 } names ? $" Nærmest er: {string.Join(", ", names)}." : "";
        return Refused.AsWritten($"{placement.Subject}: {error.Error}{nearest}");
    }

    private static Refused NothingHeld(DataSubject subject) =>
        Refused.AsWritten($"{subject.Name}: Rettidig har intet om den {(subject.IsStaff ? "medarbejder" : "anbringelse")}. Se efter, at kommunekode og reference er skrevet som i hændelsernes subject.");

    private static Refused NotOurs(ServiceAddress service) =>
        Refused.AsItWent($"Det, der svarer på {service.Root}, er ikke Rettidig, eller en anden udgave: ret adressen med --url, eller brug samme udgave som tjenesten.");
}
