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

    /// <summary>The first fact of a type that closes this occurrence.</summary>
    public Recorded<T>? First<T>(Func<Recorded<T>, bool> closes)
        where T : Fact => First<T>(0, null, (_, fact) => closes(fact));

    /// <summary>The same, asked in a way that need not hold on to this.</summary>
    internal Recorded<T>? First<T>(Func<Situation, Recorded<T>, bool> closes)
        where T : Fact => First(0, null, closes);

    /// <summary>The first fact of a type on or after the anchor's day that closes this occurrence.</summary>
    internal Recorded<T>? FirstSince<T>(Func<Situation, Recorded<T>, bool> closes)
        where T : Fact => FirstFrom(Day, closes);

    /// <summary>The first fact of a type on or after a day that closes this occurrence.</summary>
    internal Recorded<T>? FirstFrom<T>(LocalDate day, Func<Situation, Recorded<T>, bool> closes)
        where T : Fact => First(CaseOrder.FirstOn(File.Span<T>(), day), Anchor.StopsOn, closes);

    /// <summary>The first fact of a type after the anchor's own that closes this occurrence.</summary>
    internal Recorded<T>? FirstAfter<T>(Func<Situation, Recorded<T>, bool> closes)
        where T : Fact => First(Anchor.Fact is null ? CaseOrder.FirstOn(File.Span<T>(), Day) : CaseOrder.FirstAfter(File.Span<T>(), Anchor.Fact), Anchor.StopsOn, closes);

    /// <summary>Whether the fact comes after the anchor's own fact in the case.</summary>
    public bool IsAfterAnchor<T>(Recorded<T> fact)
        where T : Fact => Anchor.Fact is null ? fact.Day >= Day : fact.IsAfter(Anchor.Fact);

    /// <summary>What comes after the occurrence has stopped closes nothing, so nothing is read beyond that day.</summary>
    private Recorded<T>? First<T>(int from, LocalDate? until, Func<Situation, Recorded<T>, bool> closes)
        where T : Fact
    {
        foreach (Recorded<T> fact in File.Span<T>()[from..])
        {
            if (fact.Day > until)
            {
                return null;
            }

            if (closes(this, fact))
            {
                return fact;
            }
        }

        return null;
    }
}
