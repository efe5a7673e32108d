using NodaTime;
using Rettidig.Domain.Calendar;
using Rettidig.Domain.Events;
using Rettidig.Domain.Events.Facts;

namespace Rettidig.Domain.Cases;

/// <summary>
/// The facts of one placement, folded from its log. The same events give the same file in whatever order they arrive,
/// doubled, late or retracted.
/// </summary>
public sealed class CaseFile
{
    private readonly Dictionary<Type, Array> facts;
    private readonly Dictionary<Delegate, object> derived = [];

    private CaseFile(PlacementKey placement, IReadOnlyList<CaseEvent> standing, LocalDate? upTo)
    {
        Placement = placement;
        FirstArrival = EventLog.FirstArrival(standing);
        EndedOn = EventLog.Last<PlacementEnded>(standing)?.Day is { } ended && !(ended > upTo) ? ended : null;
        CaseEvent[] counting = [.. standing.Where(e => !IsAfterEnd(e) && !IsOutdoneByALater(e, standing) && !(e.Day > upTo))];
        Concerns = [.. standing.Where(IsAfterEnd).Select(AfterEnd)];
        facts = counting.GroupBy(e => e.Fact.GetType()).ToDictionary(group => group.Key, RecordedFacts.Sort);
        FactDays = [.. counting.Select(e => e.Day).Distinct().Order()];
    }

    /// <summary>The placement.</summary>
    public PlacementKey Placement { get; }

    /// <summary>The decision; without it nothing is evaluated.</summary>
    public Recorded<PlacementDecided>? Decision => Only<PlacementDecided>();

    /// <summary>The start; without it nothing that counts from the start is evaluated.</summary>
    public Recorded<PlacementStarted>? Start => Only<PlacementStarted>();

    /// <summary>Whether the decision has come.</summary>
    public bool IsDecided => Decision is not null;

    /// <summary>The day the child moved in, or will.</summary>
    public LocalDate? StartedOn => Start?.Day;

    /// <summary>The day the placement ended, or will.</summary>
    public LocalDate? EndedOn { get; }

    /// <summary>When the first event reached us; null for an empty log.</summary>
    public Instant? FirstArrival { get; }

    /// <summary>Facts that are kept and do not count, for a person to look at.</summary>
    public IReadOnlyList<Concern> Concerns { get; }

    /// <summary>Every day a fact is about, past and future, in order.</summary>
    internal IReadOnlyList<LocalDate> FactDays { get; }

    /// <summary>Folds the log.</summary>
    /// <param name="placement">The placement.</param>
    /// <param name="log">Its events, in any order.</param>
    /// <param name="upTo">The last day that counts, as we know it now; null for all, also what lies ahead.</param>
    public static CaseFile Fold(PlacementKey placement, IEnumerable<CaseEvent> log, LocalDate? upTo = null) => new(placement, EventLog.Standing(log), upTo);

    /// <summary>The facts of one type, in the order of the case.</summary>
    public IReadOnlyList<Recorded<T>> All<T>()
        where T : Fact => Array<T>();

    /// <summary>The same, without a reference to them that outlives the question.</summary>
    internal ReadOnlySpan<Recorded<T>> Span<T>()
        where T : Fact => Array<T>();

    /// <summary>A list that several duties make of the facts: made once, since duties ask for it at each occurrence.</summary>
    /// <param name="list">How it is made: a static method, not a closure, so that it is the same each time.</param>
    internal T[] Once<T>(Func<CaseFile, IEnumerable<T>> list)
    {
        lock (derived)
        {
            if (!derived.TryGetValue(list, out object? made))
            {
                derived[list] = made = list(this).ToArray();
            }

            return (T[])made;
        }
    }

    /// <summary>The caseworker on a day: by the changes in force, else the one of the decision.</summary>
    public string? CaseworkerOn(LocalDate day) =>
        All<CaseworkerChanged>().LastOrDefault(change => change.Day <= day)?.Fact.Caseworker ?? Decision?.Fact.Caseworker;

    /// <summary>The site on a day; before the start the first one, null when no start is known.</summary>
    public PlacementSite? SiteOn(LocalDate day) => Stays.LastOrDefault(stay => stay.From <= day)?.Site ?? Stays.FirstOrDefault()?.Site;

    /// <summary>The custody holders on a day.</summary>
    public IReadOnlyList<string> CustodyHoldersOn(LocalDate day) =>
        All<CustodyChanged>().LastOrDefault(change => change.Day <= day)?.Fact.CustodyHolders ?? Decision?.Fact.CustodyHolders ?? [];

    /// <summary>Where the child has lived, in order; the start first.</summary>
    public IReadOnlyList<Stay> Stays => field ??= Stay.ListOf(this);

    /// <summary>The visits that count as supervision visits, from the start on.</summary>
    public IReadOnlyList<Recorded<VisitHeld>> QualifyingVisits => Visits;

    /// <summary>The reviews, from the start on.</summary>
    public IReadOnlyList<Recorded<ReviewHeld>> Reviews => ReviewsHeld;

    /// <summary>The first review after a fact.</summary>
    internal Recorded<ReviewHeld>? ReviewAfter(IRecorded fact) =>
        CaseOrder.FirstAfter<Recorded<ReviewHeld>>(ReviewsHeld, fact) is var i && i < ReviewsHeld.Length ? ReviewsHeld[i] : null;

    /// <summary>The last review before a fact.</summary>
    internal Recorded<ReviewHeld>? ReviewBefore(IRecorded fact) =>
        CaseOrder.At<Recorded<ReviewHeld>>(ReviewsHeld, fact) is var i and > 0 ? ReviewsHeld[i - 1] : null;

    /// <summary>The first supervision visit on or after a day, or one further on.</summary>
    internal Recorded<VisitHeld>? VisitOnOrAfter(LocalDate day, int further = 0) =>
        CaseOrder.FirstOn<Recorded<VisitHeld>>(Visits, day) + further is var i && i < Visits.Length ? Visits[i] : null;

    private Recorded<VisitHeld>[] Visits => field ??= [.. All<VisitHeld>().Where(visit => visit.Fact.Qualifies && visit.Day >= StartedOn)];

    private Recorded<ReviewHeld>[] ReviewsHeld => field ??= [.. All<ReviewHeld>().Where(review => review.Day >= StartedOn)];

    private Recorded<T>[] Array<T>()
        where T : Fact => facts.TryGetValue(typeof(T), out Array? found) ? (Recorded<T>[])found : [];

    private Recorded<T>? Only<T>()
        where T : Fact => All<T>() is [var only, ..] ? only : null;

    /// <summary>A complaint goes its way after the placement has ended; nothing else happens in it any more.</summary>
    private bool IsAfterEnd(CaseEvent e) => e.Day > EndedOn && e.Fact is not (PlacementEnded or ComplaintReceived or ComplaintForwarded or DecisionNotified);

    private static bool IsOutdoneByALater(CaseEvent e, IReadOnlyList<CaseEvent> standing) => e.Fact switch
    {
        PlacementDecided => EventLog.Last<PlacementDecided>(standing) != e,
        PlacementStarted => EventLog.Last<PlacementStarted>(standing) != e,
        PlacementEnded => EventLog.Last<PlacementEnded>(standing) != e,
        _ => false,
    };

    private Concern AfterEnd(CaseEvent e) => new(
        e.Id,
        e.Type,
        e.Day,
        $"Hændelsen er dateret {DanishDates.Short(e.Day)}, efter at anbringelsen ophørte {DanishDates.Short(EndedOn!.Value)}. Den er gemt, men tæller ikke med.");
}
