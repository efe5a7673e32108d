using System.Diagnostics;
using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Rettidig.Domain.Events;
using Rettidig.Functions.Recipients;
using Rettidig.Functions.Storage;

namespace Rettidig.Functions.Events;

/// <summary>
/// The way of one event: read it, keep it, make its placement be looked at, and only then complete the message. Broken off
/// anywhere, the message comes again and the same steps lead to the same rows.
/// </summary>
public sealed class IngestEvents(CaseEventIntake cases, StaffBook staff, TimeProvider time, ILogger<IngestEvents> logger)
{
    /// <summary>The topic case systems send to.</summary>
    public const string Topic = "placement-events";

    /// <summary>Our subscription of it.</summary>
    public const string Subscription = "rettidig";

    [Function(nameof(IngestEvents))]
    public async Task RunAsync(
        [ServiceBusTrigger(Topic, Subscription, Connection = "ServiceBus", AutoCompleteMessages = false)] ServiceBusReceivedMessage message,
        ServiceBusMessageActions actions,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        using Activity? activity = Telemetry.Source.StartActivity(nameof(IngestEvents), ActivityKind.Consumer);
        switch (EventReader.Read(message.Body.ToMemory().Span, time.Now()))
        {
            case EventReading.OfCase read:
                if (await cases.TakeAsync(read.Event, message.Body, client, cancellationToken) is { } refusal)
                {
                    await RefuseAsync(message, actions, refusal, cancellationToken);
                    return;
                }

                break;
            case EventReading.OfStaff read:
                await staff.KeepAsync(read.Event, cancellationToken);
                Telemetry.Accepted.Add(1);
                logger.StaffKept(read.Event.Member.Id, read.Event.Municipality, read.Event.Time.ToString());
                break;
            case EventReading.Refused refused:
                await RefuseAsync(message, actions, refused.Refusal, cancellationToken);
                return;
        }

        await actions.CompleteMessageAsync(message, cancellationToken);
    }

    private async Task RefuseAsync(ServiceBusReceivedMessage message, ServiceBusMessageActions actions, Refusal refusal, CancellationToken cancellationToken)
    {
        Telemetry.Refused.Add(1, new KeyValuePair<string, object?>("reason", refusal.Code));
        logger.EventRefused(message.SequenceNumber, refusal.Code, refusal.Field);
        await actions.DeadLetterMessageAsync(
            message,
            deadLetterReason: refusal.Code,
            deadLetterErrorDescription: refusal.Description,
            cancellationToken: cancellationToken);
    }
}
