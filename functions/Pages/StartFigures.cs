using Azure.Messaging.ServiceBus;
using NodaTime;
using Rettidig.Domain.Calendar;
using Rettidig.Functions.Events;
using Rettidig.Functions.Notices;
using Rettidig.Functions.Placements;
using Rettidig.Functions.Storage;

namespace Rettidig.Functions.Pages;

/// <summary>Counts what the start page tells, over all municipalities.</summary>
public sealed class StartFigures(
    OpenPlacements placements, Obligations obligations, Outbox outbox, UncertainMails uncertain, ServiceBusClient bus, TimeProvider time)
{
    private const int Shown = 20;
    private const int PeekedAtOnce = 100;

    public async Task<StartModel> ReadAsync(CancellationToken cancellationToken)
    {
        LocalDate today = CopenhagenTime.DateOf(time.Now());
        LocalDate sunday = today.With(DateAdjusters.NextOrSame(IsoDayOfWeek.Sunday));
        int open = 0;
        int waiting = 0;
        var duties = new List<StartDuty>();
        var doubts = new List<UncertainMail>();
        foreach (string municipality in await placements.MunicipalitiesAsync(cancellationToken))
        {
            open += await placements.AllAsync(municipality, cancellationToken).CountAsync(cancellationToken);
            doubts.AddRange(await uncertain.ReadAsync(municipality, cancellationToken));
            waiting += (await outbox.ReadAsync(municipality, cancellationToken)).Count;
            duties.AddRange((await obligations.OpenAsync(municipality, null, cancellationToken))
                .Select(duty => new StartDuty(municipality, duty.Placement, duty.Title, duty.Due)));
        }

        return new StartModel(
            today,
            open,
            duties.Count(duty => duty.Due < today),
            duties.Count(duty => duty.Due >= today && duty.Due <= sunday),
            waiting,
            await DeadLettersAsync(cancellationToken),
            [.. doubts.OrderByDescending(mail => mail.At)],
            [.. duties.OrderBy(duty => duty.Due).ThenBy(duty => duty.Placement, StringComparer.Ordinal).Take(Shown)]);
    }

    private async Task<int> DeadLettersAsync(CancellationToken cancellationToken)
    {
        await using ServiceBusReceiver receiver = bus.CreateReceiver(
            IngestEvents.Topic, IngestEvents.Subscription, new ServiceBusReceiverOptions { SubQueue = SubQueue.DeadLetter });
        int count = 0;

        // Each peek goes on where the one before ended.
        while (await receiver.PeekMessagesAsync(PeekedAtOnce, cancellationToken: cancellationToken) is { Count: > 0 } seen)
        {
            count += seen.Count;
        }

        return count;
    }
}
