using NodaTime;

namespace Rettidig.Functions.Mail;

/// <summary>What a manager or team leader gets each week.</summary>
/// <param name="Today">The Copenhagen date.</param>
/// <param name="Scope">What it covers, e.g. "Team Nord" or "Kommune 101".</param>
/// <param name="OpenPlacements">How many placements it covers.</param>
/// <param name="Overdue">Every open duty whose due date has passed.</param>
/// <param name="DueSoon">Every open duty due today or in the 14 days after.</param>
/// <param name="Chases">Sites that wait for a plan.</param>
/// <param name="LastWeek">The figures of the digest before; null for the first one.</param>
/// <param name="Overview">The start page, behind login.</param>
public sealed record DigestMail(
    LocalDate Today,
    string Scope,
    int OpenPlacements,
    IReadOnlyList<DigestItem> Overdue,
    IReadOnlyList<DigestItem> DueSoon,
    IReadOnlyList<DigestChase> Chases,
    DigestTotals? LastWeek,
    Uri Overview) : MailContent
{
    public override MailKind Kind => MailKind.Digest;

    public override string Subject => DigestWords.Subject(this);

    /// <summary>What to keep for the trend of next week.</summary>
    public DigestTotals Totals => new(Overdue.Count, Overdue.Count(item => item.Escalated), DueSoon.Count, Chases.Count);

    internal override Type Component => typeof(DigestView);

    internal override string WriteText(Mailbox to) => DigestText.Write(this, to);
}
