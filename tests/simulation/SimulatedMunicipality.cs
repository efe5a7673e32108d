using System.Text.Json;
using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Text;
using Rettidig.Domain;
using Rettidig.Domain.Agendas;
using Rettidig.Domain.Calendar;
using Rettidig.Functions;
using Rettidig.Functions.Mail;
using Rettidig.Functions.Notices;
using Rettidig.Functions.Placements;
using Rettidig.Orchestrations.Reconsiderations;
using Rettidig.SelfHost.Time;

namespace Rettidig.Simulation.Tests;

/// <summary>
/// A municipality in simulated time: the whole app, its real triggers, orchestrations and tables, on a clock that the test
/// moves. Only the mail service is a list.
/// </summary>
public sealed class SimulatedMunicipality : IAsyncDisposable
{
    private IHost host;
    private SelfHost.Hosting.Simulation simulation;
    private readonly SimulatedClock clock;
    private readonly string folder;
    private int events;
    private bool running = true;

    private SimulatedMunicipality(IHost host, SimulatedClock clock, string folder, MailList mails)
    {
        this.host = host;
        this.clock = clock;
        this.folder = folder;
        Mails = mails;
        simulation = SelfHost.Hosting.Simulation.Of(host.Services);
    }

    /// <summary>Every mail handed over, in order.</summary>
    public MailList Mails { get; }

    /// <summary>What time it is; stays when the service has ended.</summary>
    public TimeProvider Clock => clock;

    /// <summary>Its data folder.</summary>
    public string Folder => folder;

    /// <summary>The app's services.</summary>
    public IServiceProvider Services => host.Services;

    /// <summary>The Copenhagen date of now.</summary>
    public LocalDate Today => CopenhagenTime.DateOf(Instant.FromDateTimeOffset(clock.GetUtcNow()));

    /// <summary>Starts on a morning at 09:00 Copenhagen, with a caseworker, a substitute, a team leader and a manager.</summary>
    public static async Task<SimulatedMunicipality> StartAsync(
        string date = "2026-03-02", bool withStaff = true, Action<IServiceCollection>? change = null, params string[] settings)
    {
        string folder = Directory.CreateTempSubdirectory("rettidig-").FullName;
        var clock = new SimulatedClock(At(date, 9, 0));
        var mails = new MailList();
        var municipality = new SimulatedMunicipality(await FirstHostAsync(folder, clock, mails, change, settings), clock, folder, mails);
        if (withStaff)
        {
            await municipality.SendStaffAsync();
        }

        return municipality;
    }

    /// <summary>Sends an event about the placement P-1 (or another), recorded now, and lets everything that follows from it happen.</summary>
    public async Task SendAsync(string name, object data, string placement = "P-1", string? id = null, bool settle = true)
    {
        await SendRawAsync(JsonSerializer.Serialize(Envelope(name, $"101/{placement}", data, id)));
        if (settle)
        {
            await simulation.SettleAsync();
        }
    }

    /// <summary>Sends a body as it is.</summary>
    public async Task SendRawAsync(string body)
    {
        await using ServiceBusSender sender = Services.GetRequiredService<ServiceBusClient>().CreateSender("placement-events");
        await sender.SendMessageAsync(new ServiceBusMessage(body));
    }

    /// <summary>Tells of a member of staff.</summary>
    public Task StaffAsync(string id, string role, string? leader = null, string? substitute = null, string? absentFrom = null, string? absentTo = null) =>
        SendRawAsync(JsonSerializer.Serialize(Envelope(
            "staff.upserted",
            $"101/staff/{id}",
            new Dictionary<string, object?>
            {
                ["id"] = id,
                ["name"] = $"Medarbejder {id}",
                ["email"] = $"{id}@kommune.dk",
                ["role"] = role,
                ["team"] = "Nord",
                ["leader"] = leader,
                ["substitute"] = substitute,
                ["absentFrom"] = absentFrom,
                ["absentTo"] = absentTo,
            }.Where(field => field.Value is not null).ToDictionary(),
            null)));

    /// <summary>A placement decided and started on a day, with one custody holder F-1 and caseworker sb-1.</summary>
    public async Task PlaceAsync(string date, string placement = "P-1")
    {
        await SendAsync("placement.decided", Decided(date), placement);
        await SendAsync("placement.started", Started(date), placement);
    }

    public static object Decided(string date, string caseworker = "sb-1") => new
    {
        decidedOn = date,
        consent = "with",
        emergency = false,
        birthDate = "2018-05-04",
        custodyHolders = new[] { "F-1" },
        caseworker,
    };

    public static object Started(string date, string? siteMail = null) => siteMail is null
        ? new { startedOn = date, site = new { id = "S-1", kind = "foster-family" } }
        : new { startedOn = date, site = new { id = "S-1", kind = "foster-family", email = siteMail } };

    /// <summary>Makes every open placement look at itself now, as <c>rettidig reconsider</c> does.</summary>
    public async Task<ReconsiderReport> ReconsiderAsync()
    {
        DurableTaskClient client = Services.GetRequiredService<DurableTaskClient>();
        string id = await client.ScheduleNewOrchestrationInstanceAsync(
            nameof(Reconsideration), new ReconsiderRequest("101"), new StartOrchestrationOptions($"reconsider:{clock.GetUtcNow():O}-{++events}"));
        await simulation.SettleAsync();
        return (await client.GetInstanceAsync(id, getInputsAndOutputs: true))!.ReadOutputAs<ReconsiderReport>()!;
    }

    /// <summary>Lets time go by until a Copenhagen date and time; what falls due on the way happens at its time.</summary>
    public Task DayAsync(string date, int hour = 9, int minute = 0) => simulation.RunUntilAsync(At(date, hour, minute));

    /// <summary>Does everything there is to do now.</summary>
    public Task SettleAsync() => simulation.SettleAsync();

    /// <summary>The notices of a placement.</summary>
    public Task<IReadOnlyList<Notice>> NoticesAsync(string placement = "P-1") =>
        Services.GetRequiredService<NoticeLedger>().ReadAsync(new PlacementKey("101", placement), CancellationToken.None);

    /// <summary>The obligations of a placement.</summary>
    public async Task<IReadOnlyList<Obligation>> ObligationsAsync(string placement = "P-1") =>
        (await Services.GetRequiredService<PlacementViews>().FindAsync(new PlacementKey("101", placement), null, CancellationToken.None))?.Agenda.Obligations ?? [];

    /// <summary>The obligations of one duty.</summary>
    public async Task<IReadOnlyList<Obligation>> ObligationsOfAsync(string duty, string placement = "P-1") =>
        [.. (await ObligationsAsync(placement)).Where(obligation => obligation.DutyId == duty)];

    /// <summary>Ends the service and starts it on what is in its folder, at the same time of day.</summary>
    public async Task RestartAsync(params string[] settings)
    {
        await StopAsync();
        host = await HostAsync(folder, clock, Mails, null, settings);
        simulation = SelfHost.Hosting.Simulation.Of(host.Services);
        running = true;
    }

    /// <summary>Ends the service; its folder stays until it is disposed of.</summary>
    public async Task StopAsync()
    {
        if (running)
        {
            running = false;
            await host.StopAsync();
            await ((IAsyncDisposable)host).DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<IHost> HostAsync(string folder, SimulatedClock clock, MailList mails, Action<IServiceCollection>? change, string[] settings)
    {
        FunctionsApplicationBuilder builder = FunctionsApplication.CreateBuilder(
            [$"--SelfHost:Data={folder}", "--SelfHost:Durability=None", "--Operator:Mail=drift@kommune.dk", .. settings]);
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.ConfigureFunctionsWebApplication();
        builder.AddRettidig();
        builder.Services.AddSingleton<IMailTransport>(mails);
        change?.Invoke(builder.Services);
        IHost host = builder.Build();
        try
        {
            await host.StartAsync();
            return host;
        }
        catch
        {
            await ((IAsyncDisposable)host).DisposeAsync();
            throw;
        }
    }

    private static async Task<IHost> FirstHostAsync(string folder, SimulatedClock clock, MailList mails, Action<IServiceCollection>? change, string[] settings)
    {
        try
        {
            return await HostAsync(folder, clock, mails, change, settings);
        }
        catch
        {
            Directory.Delete(folder, recursive: true);
            throw;
        }
    }

    private static DateTimeOffset At(string date, int hour, int minute) =>
        CopenhagenTime.InstantOf(LocalDatePattern.Iso.Parse(date).Value, new LocalTime(hour, minute)).ToDateTimeOffset();

    private async Task SendStaffAsync()
    {
        await StaffAsync("chef-1", "manager");
        await StaffAsync("tl-1", "team-leader", leader: "chef-1");
        await StaffAsync("sb-1", "caseworker", leader: "tl-1", substitute: "sb-2");
        await StaffAsync("sb-2", "caseworker", leader: "tl-1");
        await simulation.SettleAsync();
    }

    private Dictionary<string, object> Envelope(string name, string subject, object data, string? id) => new()
    {
        ["specversion"] = "1.0",
        ["id"] = id ?? $"h-{++events:D4}",
        ["source"] = "fagsystem",
        ["type"] = $"dk.rettidig.{name}.v1",
        ["subject"] = subject,
        ["time"] = clock.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss.fffzzz", System.Globalization.CultureInfo.InvariantCulture),
        ["data"] = data,
    };
}
