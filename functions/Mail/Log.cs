using Microsoft.Extensions.Logging;

namespace Rettidig.Functions.Mail;

/// <summary>What mail has to say to the operator. Never an address, a subject or a body.</summary>
internal static partial class Log
{
    /// <summary>Whatever is not simply sent.</summary>
    public static void Outcome(ILogger logger, string id, MailOutcome outcome)
    {
        switch (outcome)
        {
            case MailOutcome.Retry retry: NotTaken(logger, id, retry.Reason); break;
            case MailOutcome.Failed failed: NotTaken(logger, id, failed.Reason); break;
            case MailOutcome.Ambiguous ambiguous: Uncertain(logger, id, ambiguous.Reason); break;
        }
    }

    [LoggerMessage(6001, LogLevel.Error, "The outbox folder {Folder} cannot be written to; the mail waits and is tried again.")]
    public static partial void FolderNotWritable(ILogger logger, string folder, Exception error);

    [LoggerMessage(6002, LogLevel.Warning, "Mail {Id} was not taken: {Reason}")]
    public static partial void NotTaken(ILogger logger, string id, string reason);

    [LoggerMessage(6003, LogLevel.Warning, "Mail {Id} may or may not have gone: {Reason}")]
    public static partial void Uncertain(ILogger logger, string id, string reason);
}
