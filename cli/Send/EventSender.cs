using System.Net.Http.Headers;
using System.Text.Json;
using Rettidig.Cli.Events;
using Rettidig.Functions.Events;

namespace Rettidig.Cli.Send;

/// <summary>Sends events over the REST data plane of Service Bus, and tries again when the service is away for a moment.</summary>
internal sealed class EventSender(BusClient bus, TimeProvider time, string entity = IngestEvents.Topic)
{
    /// <summary>Together about a quarter of a minute: long enough for a service that starts again.</summary>
    private static readonly TimeSpan[] Waits = [.. new[] { 0.25, 0.5, 1, 2, 4, 8 }.Select(TimeSpan.FromSeconds)];

    /// <summary>Sends one event.</summary>
    /// <returns>Null when the service has it, else in a Danish sentence why not.</returns>
    public Task<string?> SendAsync(EventLine line, CancellationToken cancellation) => SendAsync(line.Json, EventLine.ContentType, line.MessageId, null, cancellation);

    /// <inheritdoc cref="SendAsync(EventLine, CancellationToken)"/>
    public async Task<string?> SendAsync(ReadOnlyMemory<byte> body, string? contentType, string messageId, string? label, CancellationToken cancellation)
    {
        for (int tries = 0; ; tries++)
        {
            using BusAnswer answer = await bus.AskAsync(HttpMethod.Post, $"{entity}/messages", request => Fill(request, body, contentType, messageId, label), cancellation);
            if (answer.Problem is null || !answer.MayPass || tries == Waits.Length)
            {
                return answer.Problem;
            }

            await Task.Delay(Waits[tries], time, cancellation);
        }
    }

    private static Dictionary<string, string> Properties(string messageId, string? label) => label is null
        ? new() { ["MessageId"] = messageId }
        : new() { ["MessageId"] = messageId, ["Label"] = label };

    private static void Fill(HttpRequestMessage request, ReadOnlyMemory<byte> body, string? contentType, string messageId, string? label)
    {
        request.Content = new ReadOnlyMemoryContent(body);
        request.Content.Headers.ContentType = MediaTypeHeaderValue.TryParse(contentType, out MediaTypeHeaderValue? type) ? type : null;
        request.Headers.TryAddWithoutValidation("BrokerProperties", JsonSerializer.Serialize(Properties(messageId, label)));
    }
}
