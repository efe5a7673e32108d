using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using Rettidig.Cli.Events;
using Rettidig.Functions;
using Rettidig.Functions.Events;
using Rettidig.Functions.Mail;
using Rettidig.SelfHost.Hosting;
using Rettidig.SelfHost.Time;

namespace Rettidig.Cli.Simulate;

/// <summary>
/// The service itself, on a clock that jumps and a data folder that is thrown away: the same triggers, orchestrations,
/// tables and mail. Only what leads out of the machine is turned off.
/// </summary>
internal sealed class SimulatedService : IAsyncDisposable
{
    /// <summary>No secret: links in simulated mails open nothing, and must be the same from run to run.</summary>
    private const string LinkKey = "simulated links are signed with this and open nothing";

    private readonly IHost host;
    private readonly DirectoryInfo data;
    private readonly Simulation simulation;
    private readonly ServiceBusClient bus;
    private readonly ServiceBusSender sender;

    private SimulatedService(IHost host, DirectoryInfo data)
    {
        this.host = host;
        this.data = data;
        simulation = Simulation.Of(host.Services);
        bus = host.Services.GetRequiredService<ServiceBusClient>();
        sender = bus.CreateSender(IngestEvents.Topic);
    }

    /// <summary>The services of the host, for reading what came of it.</summary>
    public IServiceProvider Services => host.Services;

    /// <summary>Where the mails are.</summary>
    public string Outbox => OutboxIn(data);

    /// <summary>Starts it with nothing, at the beginning of the timeline.</summary>
    public static Task<SimulatedService> StartAsync(Timeline timeline, string? rules, FaultLog log) => StartAsync(timeline.Start, _ => { }, rules, log);

    /// <summary>Starts it at a moment, on what is put into its folder.</summary>
    /// <param name="start">What time it is.</param>
    /// <param name="fill">Is handed the folder, which is thrown away when the service is.</param>
    /// <param name="rules">The folder of the municipalities' choices; null: the one of the settings.</param>
    /// <param name="log">Gets the errors.</param>
    /// <param name="mail">Takes the mails instead of the folder.</param>
    public static async Task<SimulatedService> StartAsync(Instant start, Action<DirectoryInfo> fill, string? rules, FaultLog log, IMailTransport? mail = null)
    {
        DirectoryInfo data = Directory.CreateTempSubdirectory("rettidig-");
        try
        {
            fill(data);
            IHost host = Build(start, data, rules, log, mail);
            await host.StartAsync();
            return new SimulatedService(host, data);
        }
        catch
        {
            data.Delete(recursive: true);
            throw;
        }
    }

    /// <summary>Lets everything happen up to and including a moment.</summary>
    public Task RunUntilAsync(Instant moment) => simulation.RunUntilAsync(moment.ToDateTimeOffset());

    /// <summary>An event arrives, now.</summary>
    public async Task ReceiveAsync(EventLine line)
    {
        var message = new ServiceBusMessage(BinaryData.FromBytes(line.Json)) { MessageId = line.MessageId, ContentType = EventLine.ContentType };
        await sender.SendMessageAsync(message);
        await simulation.SettleAsync();
    }

    /// <summary>The events that the service refused.</summary>
    public async Task<IReadOnlyList<DeadLetter>> DeadLettersAsync()
    {
        const int Page = 100;
        await using ServiceBusReceiver receiver = bus.CreateReceiver(IngestEvents.Topic, IngestEvents.Subscription, new ServiceBusReceiverOptions { SubQueue = SubQueue.DeadLetter });
        var letters = new List<DeadLetter>();
        while (await receiver.PeekMessagesAsync(Page) is { Count: > 0 } page)
        {
            letters.AddRange(page.Select(message => new DeadLetter(message.DeadLetterReason ?? "", message.DeadLetterErrorDescription ?? "")));
        }

        return letters;
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        await ((IAsyncDisposable)host).DisposeAsync();
        data.Delete(recursive: true);
    }

    private static IHost Build(Instant start, DirectoryInfo data, string? rules, FaultLog log, IMailTransport? mail)
    {
        FunctionsApplicationBuilder builder = FunctionsApplication.CreateBuilder(Settings(data, rules));
        builder.Logging.ClearProviders().AddProvider(log);
        builder.Services.AddSingleton<TimeProvider>(new SimulatedClock(start.ToDateTimeOffset()));
        builder.ConfigureFunctionsWebApplication();
        builder.AddRettidig();
        if (mail is not null)
        {
            builder.Services.AddSingleton(mail);
        }

        return builder.Build();
    }

    /// <summary>Over whatever the environment says: a simulation started on a server must not reach its mail, its bus or its tables.</summary>
    private static string[] Settings(DirectoryInfo data, string? rules)
    {
        string embedded = EmbeddedDefaults.ConnectionPrefix + Path.Combine(data.FullName, "rettidig.db");
        string[] settings =
        [
            $"--SelfHost:Data={data.FullName}",
            "--SelfHost:Durability=None",
            $"--Storage={embedded}",
            $"--ServiceBus={embedded}",
            $"--Mail:Outbox={OutboxIn(data)}",
            "--SendGrid:ApiKey=",
            "--Smtp:Host=",
            "--Retention:Years=",
            $"--SiteLinks:Key={LinkKey}",
        ];
        return rules is null ? settings : [.. settings, $"--Rules={rules}"];
    }

    private static string OutboxIn(DirectoryInfo data) => Path.Combine(data.FullName, "outbox");
}
