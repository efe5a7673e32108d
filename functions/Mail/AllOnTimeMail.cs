using NodaTime;

namespace Rettidig.Functions.Mail;

/// <summary>The monthly mail to a manager with nothing to chase, so that silence is never mistaken for a fault.</summary>
/// <param name="Today">The Copenhagen date.</param>
/// <param name="Scope">What it covers, e.g. "Team Nord".</param>
/// <param name="OpenPlacements">How many placements it covers.</param>
/// <param name="DueSoon">How many duties fall due today or in the 14 days after.</param>
/// <param name="Overview">The start page, behind login.</param>
public sealed record AllOnTimeMail(LocalDate Today, string Scope, int OpenPlacements, int DueSoon, Uri Overview) : MailContent
{
    public override MailKind Kind => MailKind.AllOnTime;

    public override string Subject => "Rettidig: Alt er rettidigt";

    internal override Type Component => typeof(AllOnTimeView);

    internal override string WriteText(Mailbox to) => AllOnTimeText.Write(this, to);
}
