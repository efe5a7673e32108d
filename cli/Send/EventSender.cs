using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Rettidig.Cli.Events;
using Rettidig.Functions.Events;
using Rettidig.SelfHost.Bus;

namespace Rettidig.Cli.Send;

/// <summary>Sends events over the REST data plane of Service Bus, and tries again when the service is away for a moment.</summary>
internal sealed class EventSender(HttpClient http, BusConnection connection, TimeProvider time)
{
    /// <summary>Together about a quarter of a minute: long enough for a service that starts again.</summary>
    private static readonly TimeSpan[] Waits = [.. new[] { 0.25, 0.5, 1, 2, 4, 8 }.Select(TimeSpan.FromSeconds)];

    private static readonly TimeSpan TokenLife = TimeSpan.FromMinutes(20);

    private readonly Uri address = new(connection.Endpoint, $"{IngestEvents.Topic}/messages");

    /// <summary>Sends one event.</summary>
    /// <returns>Null when the service has it, else in a Danish sentence why not.</returns>
    public async Task<string?> SendAsync(EventLine line, CancellationToken cancellation)
    {
        for (int tries = 0; ; tries++)
        {
            Attempt attempt = await TryAsync(line, cancellation);
            if (attempt.Problem is null || !attempt.MayPass || tries == Waits.Length)
            {
                return attempt.Problem;
            }

            await Task.Delay(Waits[tries], time, cancellation);
        }
    }

    private async Task<Attempt> TryAsync(EventLine line, CancellationToken cancellation)
    {
        try
        {
            using HttpRequestMessage request = Request(line);
            using HttpResponseMessage response = await http.SendAsync(request, cancellation);
            return response.IsSuccessStatusCode ? default : Refusal(response.StatusCode);
        }
        catch (Exception away) when (away is HttpRequestException || (away is TaskCanceledException && !cancellation.IsCancellationRequested))
        {
            return new Attempt($"Tjenesten på {connection.Endpoint} svarer ikke: start den med ./run.sh, eller ret adressen med --to.", MayPass: true);
        }
    }

    private HttpRequestMessage Request(EventLine line)
    {
        var content = new ReadOnlyMemoryContent(line.Json);
        content.Headers.ContentType = new MediaTypeHeaderValue(EventLine.ContentType);
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        string token = SasToken.Create(new Uri(connection.Endpoint, IngestEvents.Topic).ToString(), connection.KeyName, connection.Key, time.GetUtcNow() + TokenLife);
        request.Headers.TryAddWithoutValidation("Authorization", token);
        request.Headers.TryAddWithoutValidation("BrokerProperties", JsonSerializer.Serialize(new Dictionary<string, string> { ["MessageId"] = line.MessageId }));
        return request;
    }

    private Attempt Refusal(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden =>
            new($"Tjenesten på {connection.Endpoint} afviser nøglen: brug den forbindelse, der hører til tjenesten (--connection).", MayPass: false),
        HttpStatusCode.NotFound or HttpStatusCode.Gone =>
            new($"På {connection.Endpoint} findes emnet {IngestEvents.Topic} ikke: peg på Rettidigs Service Bus med --to.", MayPass: false),
        HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError =>
            new($"Tjenesten på {connection.Endpoint} kan ikke tage imod lige nu (svar {(int)status}): vent lidt.", MayPass: true),
        _ => new($"Tjenesten på {connection.Endpoint} afviser hændelsen (svar {(int)status}).", MayPass: false),
    };

    private readonly record struct Attempt(string? Problem, bool MayPass);
}
