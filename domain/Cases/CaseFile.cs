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
    private readonly CaseIndex index = new();

    private CaseFile(PlacementKey placement, IReadOnlyList<CaseEvent> standing, LocalDate? upTo)
    {
        Placement = placement;
        FirstArrival = EventLog.FirstArrival(standing);
        CaseEvent?[] last = [EventLog.Last<PlacementDecided>(standing), EventLog.Last<PlacementStarted>(standing), EventLog.Last<PlacementEnded>(standing)];
        EndedOn = last[^1]?.Day is { } ended && !(ended > upTo) ? ended : null;
        CaseEvent[] counting = [.. standing.Where(e => !IsAfterEnd(e) && !IsOutdoneByALater(e, last) && !(e.Day > upTo))];
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
    internal T[] Once<T>(Func<CaseFile, IEnumerable<T>> list) =>
        index.Once(list, (File: this, list), static from => from.list(from.File).ToArray());

    /// <summary>The facts of a type that count for a question, in the order of the case; sorted out once.</summary>
    /// <param name="counts">Whether one does: static, as above.</param>
    internal ReadOnlySpan<Recorded<T>> Those<T>(Func<T, bool> counts)
        where T : Fact => index.Once(counts, (File: this, counts), static from => from.File.All<T>().Where(fact => from.counts(fact.Fact)).ToArray());

    /// <summary>The facts of a type about one thing - a custody holder, a site, a decision - in the order of the case; sorted out once.</summary>
    /// <param name="what">What a fact is about; null where it does not count. Static, as above.</param>
    /// <param name="one">What is asked for.</param>
    internal ReadOnlySpan<Recorded<T>> About<T>(Func<Recorded<T>, string?> what, string? one)
        where T : Fact => index.About(Array<T>(), what, one);

    /// <summary>The same, of a list that is made of the facts.</summary>
    internal ReadOnlySpan<T> About<T>(Func<CaseFile, IEnumerable<T>> list, Func<T, string?> what, string? one) => index.About(Once(list), what, one);

    /// <summary>The caseworker on a day: by the changes in force, else the one of the decision.</summary>
    public string? CaseworkerOn(LocalDate day) =>
        Span<CaseworkerChanged>().OnOrBefore(day)?.Fact.Caseworker ?? Decision?.Fact.Caseworker;

    /// <summary>The site on a day; before the start the first one, null when no start is known.</summary>
    public PlacementSite? SiteOn(LocalDate day) => (Stay.On(StaysInOrder, day) ?? StaysInOrder.FirstOrDefault())?.Site;

    /// <summary>The custody holders on a day.</summary>
    public IReadOnlyList<string> CustodyHoldersOn(LocalDate day) =>
        Span<CustodyChanged>().OnOrBefore(day)?.Fact.CustodyHolders ?? Decision?.Fact.CustodyHolders ?? [];

    /// <summary>Where the child has lived, in order; the start first.</summary>
    public IReadOnlyList<Stay> Stays => StaysInOrder;

    /// <summary>The visits that count as supervision visits, from the start on.</summary>
    public IReadOnlyList<Recorded<VisitHeld>> QualifyingVisits => Visits;

    /// <summary>The reviews, from the start on.</summary>
    public IReadOnlyList<Recorded<ReviewHeld>> Reviews => ReviewsHeld;

    /// <summary>The first review after a fact.</summary>
    internal Recorded<ReviewHeld>? ReviewAfter(IRecorded fact) => ReviewsHeld.AsSpan().After(fact);

    /// <summary>The last review before a fact.</summary>
    internal Recorded<ReviewHeld>? ReviewBefore(IRecorded fact) => ReviewsHeld.AsSpan().Before(fact);

    /// <summary>The first supervision visit on or after a day, or one further on.</summary>
    internal Recorded<VisitHeld>? VisitOnOrAfter(LocalDate day, int further = 0) =>
        CaseOrder.FirstOn<Recorded<VisitHeld>>(Visits, day) + further is var i && i < Visits.Length ? Visits[i] : null;

    /// <summary>The last stay at a site that had begun by a day; null where there was none.</summary>
    internal Stay? StayAt(string site, LocalDate day) => Stay.On(index.About(StaysInOrder, static stay => stay.Site.Id, site), day);

    private Stay[] StaysInOrder => field ??= Stay.ListOf(this);

    private Recorded<VisitHeld>[] Visits => field ??= [.. All<VisitHeld>().Where(visit => visit.Fact.Qualifies && visit.Day >= StartedOn)];

    private Recorded<ReviewHeld>[] ReviewsHeld => field ??= [.. All<ReviewHeld>().Where(review => review.Day >= StartedOn)];

    private Recorded<T>[] Array<T>()
        where T : Fact => facts.TryGetValue(typeof(T), out Array? found) ? (Recorded<T>[])found : [];

    private Recorded<T>? Only<T>()
        where T : Fact => All<T>() is [var only, ..] ? only : null;

    /// <summary>A complaint goes its way after the placement has ended; nothing else happens in it any more.</summary>
    private bool IsAfterEnd(CaseEvent e) => e.Day > EndedOn && e.Fact is not (PlacementEnded or ComplaintReceived or ComplaintForwarded or DecisionNotified);

    private static bool IsOutdoneByALater(CaseEvent e, CaseEvent?[] last) =>
        e.Fact is PlacementDecided or PlacementStarted or PlacementEnded && !last.Contains(e);

    private Concern AfterEnd(CaseEvent e) => new(
        e.Id,
        e.Type,
        e.Day,
        $"Hændelsen er dateret {DanishDates.Short(e.Day)}, efter at anbringelsen ophørte {DanishDates.Short(EndedOn!.Value)}. Den er gemt, men tæller ikke med.");
}
