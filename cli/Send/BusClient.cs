using System.Net;
using Rettidig.SelfHost.Bus;

namespace Rettidig.Cli.Send;

/// <summary>Signed requests to the REST data plane of Service Bus, in Azure or on this machine.</summary>
internal sealed class BusClient(HttpClient http, BusConnection connection, TimeProvider time)
{
    private static readonly TimeSpan TokenLife = TimeSpan.FromMinutes(20);

    /// <summary>How many seconds to wait for a message: a bus on this machine knows at once that there is none.</summary>
    public int Patience => connection.Endpoint.IsLoopback ? 0 : 2;

    /// <summary>Asks, and gives the answer or what is wrong.</summary>
    /// <param name="method">The verb.</param>
    /// <param name="path">Below the namespace, or a whole address on it.</param>
    /// <param name="fill">Adds what else goes with the request.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<BusAnswer> AskAsync(HttpMethod method, string path, Action<HttpRequestMessage>? fill, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, new Uri(connection.Endpoint, path));
        string token = connection.Token ?? SasToken.Create(new Uri(connection.Endpoint, EntityOf(path)).ToString(), connection.KeyName, connection.Key, time.GetUtcNow() + TokenLife);
        request.Headers.TryAddWithoutValidation("Authorization", token);
        fill?.Invoke(request);
        try
        {
            HttpResponseMessage response = await http.SendAsync(request, cancellation);
            return response.IsSuccessStatusCode ? new BusAnswer(response, null, false) : Refusal(response, EntityOf(path));
        }
        catch (Exception away) when (away is HttpRequestException || (away is TaskCanceledException && !cancellation.IsCancellationRequested))
        {
            return new BusAnswer(null, $"Tjenesten på {connection.Endpoint} svarer ikke: start den med ./run.sh, eller ret adressen med --to.", MayPass: true);
        }
    }

    /// <summary>The topic or the queue: a token for it is good for all below.</summary>
    private static string EntityOf(string path) => path.TrimStart('/').Split('/', 2)[0];

    private BusAnswer Refusal(HttpResponseMessage response, string entity)
    {
        using (response)
        {
            (string problem, bool mayPass) = response.StatusCode switch
            {
                HttpStatusCode.Unauthorized when connection.Token is not null =>
                    ($"Tjenesten på {connection.Endpoint} afviser tokenet: hent et nyt, og se efter, at du har rollen Azure Service Bus Data Sender på emnet (Data Receiver på abonnementet for det, der er lagt til side).", false),
                HttpStatusCode.Unauthorized =>
                    ($"Tjenesten på {connection.Endpoint} afviser nøglen: brug den forbindelse, der hører til tjenesten (--connection).", false),
                HttpStatusCode.Forbidden =>
                    ($"Tjenesten på {connection.Endpoint} har ikke plads til hændelsen (svar 403): den er for stor, eller køen er fuld.", false),
                HttpStatusCode.NotFound or HttpStatusCode.Gone =>
                    ($"På {connection.Endpoint} findes {entity} ikke, eller det abonnement: se efter, at navnet er rigtigt, eller peg på Rettidigs Service Bus med --to.", false),
                HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError =>
                    ($"Tjenesten på {connection.Endpoint} kan ikke tage imod lige nu (svar {(int)response.StatusCode}): vent lidt.", true),
                _ => ($"Tjenesten på {connection.Endpoint} afviser hændelsen (svar {(int)response.StatusCode}).", false),
            };
            return new BusAnswer(null, problem, mayPass);
        }
    }
}

/// <summary>What the bus answered.</summary>
/// <param name="Response">The answer, when it is a good one.</param>
/// <param name="Problem">In a Danish sentence, when it is not.</param>
/// <param name="MayPass">Whether trying again may help.</param>
internal readonly record struct BusAnswer(HttpResponseMessage? Response, string? Problem, bool MayPass) : IDisposable
{
    public void Dispose() => Response?.Dispose();
}
