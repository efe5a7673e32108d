using NodaTime;
using Rettidig.Domain.Cases;
using Rettidig.Domain.Events;
using Rettidig.Domain.Rules.Settings;

namespace Rettidig.Domain.Rules;

/// <summary>One occurrence of a duty in one case: what the columns of a duty's row are asked about.</summary>
public readonly record struct Situation(CaseFile File, Anchor Anchor, Regime Regime)
{
    /// <summary>The lengths the municipality has chosen for the duty.</summary>
    public TermChoices Choices { get; init; } = TermChoices.None;

    /// <summary>The anchor's day.</summary>
    public LocalDate Day => Anchor.Day;

    /// <summary>The fact that started it, where that is of a type.</summary>
    public T? Started<T>()
        where T : Fact => (Anchor.Fact as Recorded<T>)?.Fact;

    /// <summary>The first fact of a type that closes this occurrence, whenever it came. Reads the case from its start: for what comes once.</summary>
    internal Recorded<T>? First<T>(Func<Situation, Recorded<T>, bool> closes)
        where T : Fact => First(File.Span<T>(), null, closes);

    /// <summary>The first of some facts on or after a day that closes this occurrence; without more said, the first there is.</summary>
    internal Recorded<T>? FirstFrom<T>(LocalDate day, ReadOnlySpan<Recorded<T>> among, Func<Situation, Recorded<T>, bool>? closes = null)
        where T : Fact => First(among[CaseOrder.FirstOn(among, day)..], Anchor.StopsOn, closes);

    /// <summary>The first of some facts after the anchor's own that closes this occurrence; without more said, the first there is.</summary>
    internal Recorded<T>? FirstAfter<T>(ReadOnlySpan<Recorded<T>> among, Func<Situation, Recorded<T>, bool>? closes = null)
        where T : Fact => First(among[(Anchor.Fact is null ? CaseOrder.FirstOn(among, Day) : CaseOrder.FirstAfter(among, Anchor.Fact))..], Anchor.StopsOn, closes);

    /// <summary>What comes after the occurrence has stopped closes nothing, so nothing is read beyond that day.</summary>
    private Recorded<T>? First<T>(ReadOnlySpan<Recorded<T>> facts, LocalDate? until, Func<Situation, Recorded<T>, bool>? closes)
        where T : Fact
    {
        foreach (Recorded<T> fact in facts)
        {
            if (fact.Day > until)
            {
                return null;
            }

            if (closes is null || closes(this, fact))
            {
                return fact;
            }
        }

        return null;
    }
}
