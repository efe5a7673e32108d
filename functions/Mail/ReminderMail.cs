using NodaTime;
using Rettidig.Domain.Agendas;

namespace Rettidig.Functions.Mail;

/// <summary>Everything one recipient must know this morning, or, when urgent, at once.</summary>
/// <param name="Today">The Copenhagen date.</param>
/// <param name="Items">At least one; any order.</param>
/// <param name="Overview">The start page, behind login.</param>
/// <param name="Urgent">True where something in it cannot wait for a morning: "haster i dag".</param>
public sealed record ReminderMail(LocalDate Today, IReadOnlyList<ReminderItem> Items, Uri Overview, bool Urgent = false) : MailContent
{
    public override MailKind Kind => Urgent ? MailKind.Urgent : MailKind.Reminder;

    public override string Subject => ReminderWords.Subject(this);

    internal override Type Component => typeof(ReminderView);

    internal IReadOnlyList<ReminderItem> Overdue => Sorted(item => item.Due < Today);

    internal IReadOnlyList<ReminderItem> DueToday => Sorted(item => item.Due == Today);

    internal IReadOnlyList<ReminderItem> Coming => Sorted(item => item.Due > Today);

    internal override string WriteText(Mailbox to) => ReminderText.Write(this, to);

    private ReminderItem[] Sorted(Func<ReminderItem, bool> belongs) =>
        [.. Items.Where(belongs)
            .OrderBy(item => item.Step == StepName.Escalate ? 0 : 1)
            .ThenBy(item => item.Due)
            .ThenBy(item => item.Placement, StringComparer.Ordinal)
            .ThenBy(item => item.Duty, StringComparer.Ordinal)
            .ThenBy(item => item.As)];
}
