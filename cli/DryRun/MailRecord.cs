using Rettidig.Functions.Mail;

namespace Rettidig.Cli.DryRun;

/// <summary>Takes every mail and sends none.</summary>
internal sealed class MailRecord(Func<DateTimeOffset> clock) : IMailTransport
{
    private readonly List<RecordedMail> mails = [];

    /// <summary>In the order they would have gone.</summary>
    public IReadOnlyList<RecordedMail> Mails => mails;

    public Task<MailOutcome> SendAsync(MailMessage message, CancellationToken cancellationToken)
    {
        mails.Add(new RecordedMail(message.Key, message.Kind, message.To.Address, clock()));
        return Task.FromResult<MailOutcome>(new MailOutcome.Sent());
    }
}

/// <summary>A mail that would have gone.</summary>
/// <param name="Key">Names it in the ledger.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Address">Whom it would have gone to; never shown.</param>
/// <param name="At">When.</param>
internal sealed record RecordedMail(string Key, MailKind Kind, string Address, DateTimeOffset At);
