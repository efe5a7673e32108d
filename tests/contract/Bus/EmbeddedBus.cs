using Azure.Messaging.ServiceBus;
using Rettidig.SelfHost.Bus;

namespace Rettidig.Contract.Tests.Bus;

/// <summary>The bus of the embedded data file.</summary>
public sealed class EmbeddedBus : IBusSubject
{
    private readonly DataFile file = new();

    public ServiceBusClient Client { get; private set; } = null!;

    public static BusTopology Topology => new BusTopology().Queue("orders").Topic("news", ["first", "second"]);

    public async Task InitializeAsync()
    {
        await MessageBus.On(file.Store).DeclareAsync(Topology);
        Client = new ServiceBusClient(file.ConnectionString);
    }

    public async Task DisposeAsync()
    {
        await Client.DisposeAsync();
        await file.DisposeAsync();
    }

    public void Advance(TimeSpan time) => file.Clock.JumpTo(file.Clock.GetUtcNow() + time);
}

public sealed class EmbeddedDelivery : DeliveryContract<EmbeddedBus>;

public sealed class EmbeddedTime : TimeContract<EmbeddedBus>;

public sealed class EmbeddedDeadLetters : DeadLetterContract<EmbeddedBus>;

public sealed class EmbeddedSizes : SizeContract<EmbeddedBus>;
