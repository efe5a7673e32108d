using Azure.Messaging.ServiceBus;

namespace Rettidig.Functions.SiteLinks;

/// <summary>Sends answers the way the case system sends facts, so that they are checked, kept and counted alike.</summary>
public sealed class SiteAnswerSender(ServiceBusClient bus) : IAsyncDisposable
{
    private readonly ServiceBusSender sender = bus.CreateSender("placement-events");

    public ValueTask DisposeAsync() => sender.DisposeAsync();

    internal Task SendAsync(SiteAnswer answer, CancellationToken cancellationToken) => sender.SendMessageAsync(
        new ServiceBusMessage(answer.Json) { MessageId = $"{SiteAnswer.Source}{answer.Id}", ContentType = "application/cloudevents+json" },
        cancellationToken);
}
