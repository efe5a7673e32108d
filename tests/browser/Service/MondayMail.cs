namespace Rettidig.Browser.Tests.Service;

/// <summary>A service on a Monday just after seven, with the mails that went out.</summary>
public sealed class MondayMail : IAsyncLifetime
{
    private static readonly DateTimeOffset BeforeSeven = DateTimeOffset.Parse("2024-06-03T06:40:00+02:00");
    private static readonly DateTimeOffset Gate = DateTimeOffset.Parse("2024-06-03T06:57:00+02:00");

    private readonly ServiceFolder folder = new();
    private ServiceProcess service = null!;

    public Uri Url => folder.Url;

    /// <summary>A page, with the code that opens it.</summary>
    public string Address(string page) => new Uri(folder.Url, $"{page}?code={File.ReadAllText(Path.Combine(folder.Data, "token")).Trim()}").ToString();

    public async Task InitializeAsync()
    {
        service = ServiceProcess.Start(folder, BeforeSeven, speed: 60, Gate);
        await service.UntilAsync("the service to start", () => service.Last.Events == 0);
        using var caseSystem = new CaseSystem(folder);
        await caseSystem.SendAsync([.. File.ReadLines(Source.File("samples/et-barn.jsonl")).Take(30)], CancellationToken.None);
        await service.UntilAsync("a mail", () => folder.MailsIn().Count > 0);
    }

    public Task DisposeAsync()
    {
        service.Dispose();
        folder.Dispose();
        return Task.CompletedTask;
    }
}
