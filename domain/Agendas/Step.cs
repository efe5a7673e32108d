using NodaTime;
using Rettidig.Domain.Calendar;

namespace Rettidig.Domain.Agendas;

/// <summary>One rung of an obligation's ladder: the day it falls and the role it goes to.</summary>
public sealed record Step
{
    /// <summary>
    /// <c>{municipality}:{placement}:{duty}:{occurrence}:{due}:{step}:{role}</c>: the idempotency key of the notice. A due date
    /// that moves gives new keys, so the new date is reminded of.
    /// </summary>
    public string Key
    {
        get => field ?? $"{Partition}:{DutyId}:{Occurrence}:{DanishDates.Iso(Due)}:{Name.Text()}:{Role.Text()}";
        init;
    }

    /// <summary>What the key begins with. The rest is put to it when it is asked for: most steps lie far ahead.</summary>
    internal string? Partition { get; init; }

    /// <summary>The duty's id.</summary>
    public required string DutyId { get; init; }

    /// <summary>Which of the duty's occurrences.</summary>
    public required string Occurrence { get; init; }

    /// <summary>The obligation's due day; for a step outside the ladder, the day it is about.</summary>
    public required LocalDate Due { get; init; }

    /// <summary>Which rung.</summary>
    public required StepName Name { get; init; }

    /// <summary>Whom it goes to.</summary>
    public required Role Role { get; init; }

    /// <summary>The site, when it goes to one.</summary>
    public string? Site { get; init; }

    /// <summary>The working day it falls on.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>Whether it goes out the same day between the morning rounds: a statutory duty due today whose facts came after seven.</summary>
    public bool Urgent { get; init; }

    /// <summary>Height on the ladder. Of the steps of one obligation that fall together, the highest goes. Below zero: outside the ladder, always goes.</summary>
    public int Rank => Name switch
    {
        StepName.RemindEarly => 1,
        StepName.Remind => 2,
        StepName.Due => 3,
        StepName.Overdue => 4,
        StepName.Escalate => 5,
        _ => -1,
    };
}
