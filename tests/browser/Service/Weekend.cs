using System.Text.Json;

namespace Rettidig.Browser.Tests.Service;

/// <summary>
/// A municipality begins: on a Sunday evening everything that has happened so far is sent, and on Monday at seven the
/// first reminders go out. Once undisturbed, once with the service killed again and again in the middle of the work.
/// </summary>
public sealed class Weekend : IAsyncLifetime
{
    private static readonly DateTimeOffset Sunday = DateTimeOffset.Parse("2024-06-02T18:00:00+02:00");
    /// <summary>Every placement is owed its look by now, and has had it when the clock leaves the gate, before the round of seven.</summary>
    private static readonly DateTimeOffset MondayMorning = DateTimeOffset.Parse("2024-06-03T06:50:00+02:00");
    private static readonly DateTimeOffset Gate = DateTimeOffset.Parse("2024-06-03T06:57:00+02:00");

    /// <summary>After the tick that follows the round.</summary>
    private static readonly DateTimeOffset MondayLater = DateTimeOffset.Parse("2024-06-03T07:20:00+02:00");

    /// <summary>Longer than a message stays locked, and than the tick waits before it makes up for a lost signal.</summary>
    private static readonly TimeSpan Outage = TimeSpan.FromMinutes(20);

    /// <summary>The service is killed when so many events have been taken, and when so many mails have set out.</summary>
    private static readonly int[] KillsAmongEvents = [25, 90, 91, 170];
    private static readonly int[] KillsAmongMails = [2, 5, 6, 11];

    private readonly ServiceFolder quietFolder = new();
    private readonly ServiceFolder killedFolder = new();

    internal IReadOnlyList<string> Events { get; } = [.. File.ReadLines(Source.File("samples/52-sager.jsonl")).Where(line => TimeOf(line) < Sunday)];

    internal Remains Quiet { get; private set; } = null!;

    internal Remains Killed { get; private set; } = null!;

    internal IReadOnlyList<string> QuietMails => quietFolder.MailsOut();

    internal IReadOnlyList<string> KilledMails => killedFolder.MailsOut();

    internal int Kills => KillsAmongMails.Length;

    public async Task InitializeAsync()
    {
        await Task.WhenAll(RunAsync(quietFolder, [], []), RunAsync(killedFolder, KillsAmongEvents, KillsAmongMails));
        Quiet = await Remains.ReadAsync(quietFolder);
        Killed = await Remains.ReadAsync(killedFolder);
    }

    public Task DisposeAsync()
    {
        quietFolder.Dispose();
        killedFolder.Dispose();
        return Task.CompletedTask;
    }

    private async Task RunAsync(ServiceFolder folder, int[] killsAmongEvents, int[] killsAmongMails)
    {
        await SundayAsync(folder, killsAmongEvents);
        await MondayAsync(folder, killsAmongMails);
    }

    private async Task SundayAsync(ServiceFolder folder, int[] kills)
    {
        const int Speed = 5;
        using var caseSystem = new CaseSystem(folder);
        using var sending = new CancellationTokenSource();
        ServiceProcess service = ServiceProcess.Start(folder, Sunday, Speed);
        try
        {
            await service.UntilAsync("the service to start", () => service.Last.Events == 0);
            Task sent = caseSystem.SendAsync(Events, sending.Token);
            foreach (int kill in kills)
            {
                await service.UntilAsync($"{kill} events to be taken", () => Going(sent) && caseSystem.Taken >= kill);
                service = Restart(service, folder, Speed, Outage);
            }

            await service.UntilAsync("every event to be taken and looked at", () => Going(sent) && caseSystem.Taken == Events.Count && service.Last.Events == 0);
            await sent;
        }
        finally
        {
            await sending.CancelAsync();
            service.Dispose();
        }
    }

    /// <summary>A case system that has given up is a failure now, not a wait for ever.</summary>
    private static bool Going(Task sent)
    {
        if (sent.IsFaulted)
        {
            sent.GetAwaiter().GetResult();
        }

        return true;
    }

    private static async Task MondayAsync(ServiceFolder folder, int[] kills)
    {
        const int Speed = 60;
        ServiceProcess service = ServiceProcess.Start(folder, MondayMorning, Speed, Gate);
        try
        {
            foreach (int kill in kills)
            {
                await service.UntilAsync($"{kill} mails to set out", () => folder.MailsOut().Count >= kill);
                service = Restart(service, folder, Speed, TimeSpan.FromMinutes(1));
            }

            await service.UntilAsync("every mail to be sent", () => service.Last is { Notices: 0, Events: 0 } beat && beat.Now > MondayLater);
        }
        finally
        {
            service.Dispose();
        }
    }

    private static ServiceProcess Restart(ServiceProcess service, ServiceFolder folder, int speed, TimeSpan outage)
    {
        DateTimeOffset now = service.Last.Now;
        service.Kill();
        service.Dispose();
        return ServiceProcess.Start(folder, now + outage, speed);
    }

    private static DateTimeOffset TimeOf(string line) => JsonElement.Parse(line).GetProperty("time").GetDateTimeOffset();
}
