using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Rettidig.SelfHost.Bus;
using Rettidig.SelfHost.Hosting;
using Rettidig.SelfHost.Pumps;

namespace Rettidig.Compat.Functions;

/// <summary>Gives Service Bus functions a pump over their queue or subscription.</summary>
internal sealed class ServiceBusTriggerBinding(MessageBus bus, PumpSet pumps, HostJson hostJson, IConfiguration configuration, ILogger<ServiceBusPump> log) : ITriggerBinding
{
    /// <summary>The setting that holds the connection when the trigger names none.</summary>
    private const string DefaultConnection = "AzureWebJobsServiceBus";

    public Type TriggerAttribute => typeof(ServiceBusTriggerAttribute);

    public void Bind(FunctionEntry function)
    {
        if (function.TriggerParameter.ParameterType != typeof(ServiceBusReceivedMessage))
        {
            throw new InvalidOperationException(
                $"The Service Bus function '{function.Name}' takes its trigger as {function.TriggerParameter.ParameterType.Name}: write [ServiceBusTrigger(…)] ServiceBusReceivedMessage {function.TriggerParameter.Name}.");
        }

        var trigger = (ServiceBusTriggerAttribute)function.Trigger;
        CheckConnection(function, trigger.Connection ?? DefaultConnection);
        BusAddress source = SourceOf(function, trigger);
        if (!bus.Addresses.Any(known => known.Path.Equals(source.Path, StringComparison.OrdinalIgnoreCase)))
        {
            throw Missing(function, source);
        }

        pumps.Add(PumpStage.Messages, new ServiceBusPump(function, bus, source, trigger.AutoCompleteMessages, hostJson, log));
    }

    private BusAddress SourceOf(FunctionEntry function, ServiceBusTriggerAttribute trigger) => trigger.QueueName is { } queue
        ? BusAddress.Parse(NamedSettings.Resolve(configuration, queue, function))
        : new BusAddress(
            NamedSettings.Resolve(configuration, trigger.TopicName!, function),
            NamedSettings.Resolve(configuration, trigger.SubscriptionName!, function));

    private void CheckConnection(FunctionEntry function, string setting)
    {
        if (!string.IsNullOrWhiteSpace(configuration[$"{setting}:fullyQualifiedNamespace"]))
        {
            throw Elsewhere($"{setting}:fullyQualifiedNamespace");
        }

        if (configuration[setting] is not { } connection)
        {
            throw new EmbeddedHostException($"Indstillingen {setting}, som funktionen {function.Name} får sine beskeder fra, mangler: skriv Connection = \"ServiceBus\" i dens trigger.");
        }

        if (!connection.StartsWith(EmbeddedDefaults.ConnectionPrefix, StringComparison.OrdinalIgnoreCase))
        {
            throw Elsewhere(setting);
        }
    }

    private static EmbeddedHostException Elsewhere(string setting) => new(
        $"Indstillingen {setting} peger på et Service Bus-navnerum, som denne udgave ikke kan nå: fjern indstillingen for at bruge den indbyggede bus, eller byg med -p:AzurePackages=true.");

    private static EmbeddedHostException Missing(FunctionEntry function, BusAddress source) => new(source.Subscription is { } subscription
        ? $"Funktionen {function.Name} lytter på abonnementet {subscription} på emnet {source.Entity}, som ikke findes: sæt SelfHost:Topics:{source.Entity}:Subscriptions={subscription}."
        : $"Funktionen {function.Name} lytter på køen {source.Entity}, som ikke findes: sæt SelfHost:Queues:{source.Entity}:MaxDeliveryCount=10.");
}
