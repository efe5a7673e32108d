using System.Net.Http.Headers;
using System.Text.Json;
using Rettidig.SelfHost.Bus;

namespace Rettidig.Browser.Tests.Service;

/// <summary>A case system: sends events as one would, and keeps each until the service has taken it.</summary>
internal sealed class CaseSystem(ServiceFolder folder) : IDisposable
{
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(10) };

    /// <summary>How many the service has taken.</summary>
    public int Taken { get; private set; }

    public async Task SendAsync(IReadOnlyList<string> events, CancellationToken cancellation)
    {
        while (Taken < events.Count)
        {
            if (await TryAsync(events[Taken], cancellation))
            {
                Taken++;
            }
            else
            {
                await Task.Delay(50, cancellation);
            }
        }
    }

    public void Dispose() => http.Dispose();

    private async Task<bool> TryAsync(string line, CancellationToken cancellation)
    {
        try
        {
            using HttpRequestMessage request = Request(line);
            using HttpResponseMessage response = await http.SendAsync(request, cancellation);
            return response.IsSuccessStatusCode;
        }
        catch (Exception away) when (away is HttpRequestException or IOException || (away is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return false;
        }
    }

    private HttpRequestMessage Request(string line)
    {
        JsonElement root = JsonElement.Parse(line);
        string id = root.GetProperty("source").GetString() + root.GetProperty("id").GetString();
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(folder.Url, "placement-events/messages")) { Content = new StringContent(line) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/cloudevents+json");
        request.Headers.TryAddWithoutValidation("BrokerProperties", JsonSerializer.Serialize(new { MessageId = id }));
        request.Headers.TryAddWithoutValidation("Authorization", Token());
        return request;
    }

    private string Token()
    {
        string connection = File.ReadAllText(Path.Combine(folder.Data, BusKey.FileName)).Trim();
        string key = connection.Split("SharedAccessKey=")[1];
        // The service may live in any year; the token is good in all of them.
        return SasToken.Create(new Uri(folder.Url, "placement-events").ToString(), BusKey.DefaultName, key, DateTimeOffset.UnixEpoch.AddYears(200));
    }
}
