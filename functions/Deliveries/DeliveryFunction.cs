using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Rettidig.Functions.Deliveries;

/// <summary>
/// Where SendGrid posts what became of mails. The signature is the key, so no other is asked for; without a configured
/// key there is nothing here.
/// </summary>
public sealed class DeliveryFunction(DeliverySignature signature, DeliveryDesk desk, ILogger<DeliveryFunction> logger)
{
    /// <summary>SendGrid posts when it has collected 768 kB or half a minute's worth.</summary>
    private const int LargestPost = 2 * 1024 * 1024;

    [Function("MailEvents")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "mail/events")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!signature.IsConfigured)
        {
            return Results.NotFound();
        }

        if (await ReadAsync(request.Body, cancellationToken) is not { } body)
        {
            return Refuse("it is larger than SendGrid posts", StatusCodes.Status413PayloadTooLarge);
        }

        if (!signature.Verifies(request.Headers[DeliverySignature.SignatureHeader], request.Headers[DeliverySignature.TimestampHeader], body))
        {
            return Refuse("its signature is not SendGrid's, or it is too old", StatusCodes.Status403Forbidden);
        }

        return await TakeAsync(body, client, cancellationToken);
    }

    private async Task<IResult> TakeAsync(byte[] body, DurableTaskClient client, CancellationToken cancellationToken)
    {
        IReadOnlyList<DeliveryEvent> events;
        try
        {
            events = DeliveryEventReader.Read(body);
        }
        catch (JsonException)
        {
            return Refuse("it is no list of events", StatusCodes.Status400BadRequest);
        }

        foreach (DeliveryEvent told in events)
        {
            await desk.TakeAsync(told, client, cancellationToken);
        }

        return Results.NoContent();
    }

    /// <summary>The bytes as they came: they are what is signed. Null when there are too many.</summary>
    private static async Task<byte[]?> ReadAsync(Stream posted, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await posted.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (body.Length + read > LargestPost)
            {
                return null;
            }

            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }

    private IResult Refuse(string reason, int status)
    {
        Log.Refused(logger, reason);
        return Results.StatusCode(status);
    }
}
