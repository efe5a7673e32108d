using Rettidig.Functions.Mail;

namespace Rettidig.Browser.Tests.Service;

/// <summary>
/// The outbox folder behind a slow wire: one mail at a time, each a moment under way. When a mail sets out and when it
/// has arrived is written to a file that outlives the process.
/// </summary>
internal sealed class SlowMail(OutboxFolder outbox, string log) : IMailTransport
{
    private static readonly TimeSpan UnderWay = TimeSpan.FromMilliseconds(300);

    private readonly SemaphoreSlim wire = new(1);

    public async Task<MailOutcome> SendAsync(MailMessage message, CancellationToken cancellationToken)
    {
        await wire.WaitAsync(cancellationToken);
        try
        {
            Note($"out {message.Key}");
            await Task.Delay(UnderWay, cancellationToken);
            MailOutcome outcome = await outbox.SendAsync(message, cancellationToken);
            Note($"in {message.Key}");
            return outcome;
        }
        finally
        {
            wire.Release();
        }
    }

    private void Note(string line)
    {
        using var file = new FileStream(log, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
        file.Write(System.Text.Encoding.UTF8.GetBytes(line + "\n"));
    }
}
