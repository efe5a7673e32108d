using Azure;
using NodaTime;
using Rettidig.Functions.Mail;

namespace Rettidig.Functions.Digests;

/// <summary>One manager's week in the ledger.</summary>
/// <param name="Week">The ISO week.</param>
/// <param name="Day">The Copenhagen date of the digest.</param>
/// <param name="Mail">What they got.</param>
/// <param name="Totals">The figures, for the trend of the next one.</param>
/// <param name="IsDone">False while it is being sent.</param>
public sealed record DigestEntry(string Week, LocalDate Day, DigestMailKind Mail, DigestTotals Totals, bool IsDone)
{
    /// <summary>Staff ids whose mailbox refused it, or sent it back.</summary>
    public IReadOnlyList<string> Tried { get; init; } = [];

    /// <summary>Whether a mail with it is being handed over. Found so by a later attempt, nobody knows whether it went.</summary>
    public bool IsSending { get; init; }

    /// <summary>How often an earlier attempt ended without anyone knowing whether the mail went.</summary>
    public int Ambiguous { get; init; }

    /// <summary>How often that was so for the reader of now. The second time the mail service does not answer, the next in line gets it.</summary>
    public int Unanswered { get; init; }

    /// <summary>The row it was read from or written to; default: whatever row there is, or none.</summary>
    internal ETag Version { get; init; }
}
