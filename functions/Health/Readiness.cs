using Azure.Messaging.ServiceBus;
using Microsoft.DurableTask.Client;
using NodaTime;
using Rettidig.Domain.Calendar;
using Rettidig.Functions.Events;
using Rettidig.Functions.Storage;
using Rettidig.Orchestrations.Watch;

namespace Rettidig.Functions.Health;

/// <summary>Asks everything the product stands on whether it answers, and listens for a watchdog that has gone silent.</summary>
public sealed class Readiness(Tables tables, ServiceBusClient bus, TimeProvider time)
{
    /// <summary>A night's watch may begin late; more than this is no delay.</summary>
    private static readonly Duration LongestSilence = Duration.FromHours(26);

    private readonly Instant startedAt = time.Now();

    /// <summary>What is wrong, in Danish sentences; empty when all is well.</summary>
    public async Task<IReadOnlyList<string>> ProblemsAsync(DurableTaskClient engine, CancellationToken cancellationToken)
    {
        string?[] problems =
        [
            await TryAsync("Tabellerne svarer ikke. Se efter, at indstillingen Storage er rigtig, og at appen har adgang.", () => AskTablesAsync(cancellationToken)),
            await TryAsync("Service Bus svarer ikke. Se efter, at indstillingen ServiceBus er rigtig, og at emnet og abonnementet findes.", () => AskBusAsync(cancellationToken)),
            await TryAsync("Durable-motoren svarer ikke. Se i loggen, hvorfor den ikke er startet.", () => engine.GetInstanceAsync("health", cancellationToken)),
            await WatchdogAsync(engine, cancellationToken),
        ];
        return [.. problems.OfType<string>()];
    }

    private Task AskTablesAsync(CancellationToken cancellationToken) => tables.Municipalities.FindAsync("all", "000", cancellationToken);

    private async Task AskBusAsync(CancellationToken cancellationToken)
    {
        await using ServiceBusReceiver receiver = bus.CreateReceiver(IngestEvents.Topic, IngestEvents.Subscription);
        await receiver.PeekMessageAsync(cancellationToken: cancellationToken);
    }

    private async Task<string?> WatchdogAsync(DurableTaskClient engine, CancellationToken cancellationToken)
    {
        Instant now = time.Now();
        bool isNew = now - startedAt < LongestSilence;
        return isNew || await HasWatchedAsync(engine, now, cancellationToken)
            ? null
            : "Nattevagten har ikke meldt sig i 26 timer. Se i loggen efter Watchdog, og om timeren Tick kører.";
    }

    private static async Task<bool> HasWatchedAsync(DurableTaskClient engine, Instant now, CancellationToken cancellationToken)
    {
        LocalDate today = CopenhagenTime.DateOf(now);
        foreach (LocalDate night in new[] { today, today.PlusDays(-1) })
        {
            OrchestrationMetadata? watch = await engine.GetInstanceAsync(Watchdog.InstanceId(night.Iso()), cancellationToken);
            if (watch is { RuntimeStatus: OrchestrationRuntimeStatus.Completed } && now - Instant.FromDateTimeOffset(watch.LastUpdatedAt) < LongestSilence)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whatever goes wrong here is the answer: a probe must not throw.</summary>
    private static async Task<string?> TryAsync(string problem, Func<Task> ask)
    {
        try
        {
            await ask();
            return null;
        }
        catch (Exception unavailable) when (unavailable is not OperationCanceledException)
        {
            return problem;
        }
    }
}
