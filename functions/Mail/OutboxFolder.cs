using Microsoft.Extensions.Logging;

namespace Rettidig.Functions.Mail;

/// <summary>
/// Puts each mail as a file into a folder, whole or not at all: written beside, flushed, then renamed.
/// The same mail with the same date is the same file.
/// </summary>
public sealed class OutboxFolder(MailSettings settings, ILogger<OutboxFolder> logger) : IMailTransport
{
    public Task<MailOutcome> SendAsync(MailMessage message, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            Write(message);
            return Task.FromResult<MailOutcome>(new MailOutcome.Sent());
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Log.FolderNotWritable(logger, settings.Outbox, error);
            return Task.FromResult<MailOutcome>(new MailOutcome.Retry(
                null, $"Mailmappen {settings.Outbox} kan ikke skrives til. Giv værten skriveadgang og plads, eller vælg en anden mappe i Mail:Outbox."));
        }
    }

    private void Write(MailMessage message)
    {
        Directory.CreateDirectory(settings.Outbox);
        string path = Path.Combine(settings.Outbox, EmlWriter.FileName(message));
        string unfinished = $"{path}.{Path.GetRandomFileName()}.tmp";
        try
        {
            using (var file = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                file.Write(EmlWriter.Write(message));
                file.Flush(flushToDisk: settings.Durable);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }
}
