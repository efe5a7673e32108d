using NodaTime;
using Rettidig.Domain.Calendar;

namespace Rettidig.Domain.Rules.Settings;

/// <summary>A row of the rule book as one municipality has it: made once a municipality, read at every look.</summary>
internal sealed class DutyInForce
{
    private readonly Earlier[] earlier;

    private DutyInForce(Duty duty, LadderPlan ladder, TermChoices choices, Instant? turnedOnAt, Earlier[] earlier)
    {
        Duty = duty;
        Ladder = ladder;
        Choices = choices;
        TurnedOnAt = turnedOnAt;
        this.earlier = earlier;
    }

    public Duty Duty { get; }

    public LadderPlan Ladder { get; }

    /// <summary>The lengths that count now.</summary>
    public TermChoices Choices { get; }

    /// <summary>When the municipality turned the duty on after it had been off: no step lies before.</summary>
    public Instant? TurnedOnAt { get; }

    /// <summary>Whether its lengths have been others.</summary>
    public bool HasChanged => earlier.Length > 0;

    /// <summary>The lengths that counted last before those of now, and when they ceased to.</summary>
    public Earlier Before => earlier[^1];

    /// <summary>The lengths that counted on a day other than those of now; null where they are those of now. On the day of a change the old ones still count.</summary>
    public Earlier? On(LocalDate day)
    {
        foreach (Earlier version in earlier)
        {
            if (day <= CopenhagenTime.DateOf(version.Until))
            {
                return version;
            }
        }

        return null;
    }

    /// <summary>A duty as the last of the versions has it; null where that has turned it off.</summary>
    public static DutyInForce? Of(Duty duty, IReadOnlyList<RulesInForce> versions)
    {
        MunicipalRules now = versions[^1].Rules;
        if (!now.Has(duty))
        {
            return null;
        }

        Instant? turnedOnAt = null;
        var earlier = new List<Earlier>();
        for (int i = 1; i < versions.Count; i++)
        {
            if (!versions[i - 1].Rules.Has(duty))
            {
                turnedOnAt = versions[i].Since;
                earlier.Clear();
                continue;
            }

            TermChoices before = TermChoices.For(duty, versions[i - 1].Rules.Terms);
            if (versions[i].Rules.Has(duty) && !before.IsSameAs(TermChoices.For(duty, versions[i].Rules.Terms)))
            {
                earlier.Add(new Earlier(versions[i].Since, before));
            }
        }

        return new DutyInForce(duty, LadderPlan.For(duty, now.Ladders), TermChoices.For(duty, now.Terms), turnedOnAt, [.. earlier]);
    }

    /// <summary>Lengths that no longer count.</summary>
    /// <param name="Until">When the next ones took effect.</param>
    /// <param name="Choices">What they were.</param>
    internal sealed record Earlier(Instant Until, TermChoices Choices);
}
