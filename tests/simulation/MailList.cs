using Rettidig.Functions.Mail;

namespace Rettidig.Simulation.Tests;

/// <summary>A mail service that keeps what it gets, and refuses or loses what a test tells it to.</summary>
public sealed class MailList : IMailTransport
{
    private readonly List<MailMessage> sent = [];

    /// <summary>What it took, in order.</summary>
    public IReadOnlyList<MailMessage> Sent => sent;

    /// <summary>What it answers; takes everything unless a test says otherwise.</summary>
    public Func<MailMessage, MailOutcome> Answer { get; set; } = _ => new MailOutcome.Sent();

    /// <summary>What went to an address.</summary>
    public IReadOnlyList<MailMessage> To(string address) => [.. sent.Where(mail => mail.To.Address == address)];

    public Task<MailOutcome> SendAsync(MailMessage message, CancellationToken cancellationToken)
    {
        MailOutcome outcome = Answer(message);
        if (outcome is MailOutcome.Sent)
        {
            sent.Add(message);
        }

        return Task.FromResult(outcome);
    }
}
