using NodaTime;

namespace Rettidig.Domain.Rules;

/// <summary>When an occurrence is due.</summary>
/// <param name="Day">The day. Never moved for a weekend or a holiday.</param>
/// <param name="Term">Whether the law counted it.</param>
public sealed record DueDate(LocalDate Day, Term Term)
{
    private readonly string? told;

    // Every occurrence at every look has one of these: what is seldom set is kept without a mark of its own.
    private readonly Counted counted;
    private readonly Instant knownAt = Instant.MinValue;

    /// <summary>A due day that came about in a way of its own.</summary>
    public DueDate(LocalDate day, Term term, string reckoning)
        : this(day, term) => told = reckoning;

    /// <summary>In Danish, how the day came about: "iværksat 30-11-2026 + 3 måneder = 28-02-2027". Put into words when somebody asks: most looks at a case ask for none.</summary>
    public string Reckoning
    {
        get => told ?? Due.Told(From, Counted, Day);
        init => told = value;
    }

    /// <summary>The anchor the day was counted from, where it was.</summary>
    public Anchor? From { get; init; }

    /// <summary>What was counted from the anchor; null where nothing was, or the day came about in another way.</summary>
    public Counted? Counted
    {
        get => counted.IsSameDay ? null : counted;
        init => counted = value ?? default;
    }

    /// <summary>When the facts that set the day, besides the anchor, had arrived.</summary>
    public Instant? KnownAt
    {
        get => knownAt == Instant.MinValue ? null : knownAt;
        init => knownAt = value ?? Instant.MinValue;
    }

    /// <summary>The law's own day, where the municipality has set itself an earlier one. Only the law's can be breached.</summary>
    public LocalDate? LawDay { get; init; }

    /// <summary>The first day on which there is anything to do, where that is not the anchor: a municipality's shorter term ends no earlier.</summary>
    public LocalDate? NotBefore { get; init; }

    /// <summary>The day reminders count to, where that is not the due day itself.</summary>
    public LocalDate? RemindersCountTo { get; init; }

    /// <summary>The day of the first reminder, where it is not 14 days before.</summary>
    public LocalDate? FirstReminderOn { get; init; }

    /// <summary>The first day a step may lie on, where that is not the anchor: a birthday is known long before it comes.</summary>
    public LocalDate? StepsFrom { get; init; }
}
