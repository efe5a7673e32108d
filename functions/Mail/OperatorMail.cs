using NodaTime;

namespace Rettidig.Functions.Mail;

/// <summary>What the operator must mend, in counts and references.</summary>
/// <param name="Today">The Copenhagen date.</param>
/// <param name="Municipality">The three-digit code.</param>
/// <param name="WithoutDecision">Placements with facts but no decision.</param>
/// <param name="UnknownRecipients">Staff ids or roles no one answers to, with what waits for them.</param>
/// <param name="DeadLetters">Events set aside, by reason.</param>
/// <param name="Overview">The start page, behind login.</param>
public sealed record OperatorMail(
    LocalDate Today,
    string Municipality,
    IReadOnlyList<OperatorPlacement> WithoutDecision,
    IReadOnlyList<OperatorRecipient> UnknownRecipients,
    IReadOnlyList<OperatorDeadLetters> DeadLetters,
    Uri Overview) : MailContent
{
    public override MailKind Kind => MailKind.Operator;

    public override string Subject => OperatorWords.Subject(this);

    internal override Type Component => typeof(OperatorView);

    internal override string WriteText(Mailbox to) => OperatorText.Write(this);
}

/// <summary>A placement nothing can be evaluated for, because no decision has come.</summary>
public sealed record OperatorPlacement(string Placement, int Facts, LocalDate FirstOn);

/// <summary>A recipient that could not be found. <paramref name="Recipient"/> is a staff id or a role, never an address.</summary>
public sealed record OperatorRecipient(string Recipient, int Waiting);

/// <summary>How many events were set aside for one reason (a refusal's code and its Danish description).</summary>
public sealed record OperatorDeadLetters(string Code, string Description, int Count);
