using NodaTime;
using Rettidig.Domain.Calendar;
using Rettidig.Domain.Cases;
using Rettidig.Domain.Events;
using Rettidig.Domain.Events.Facts;

namespace Rettidig.Domain.Rules;

/// <summary>What duties can start from.</summary>
internal static class Anchors
{
    public static readonly Trigger Decision = new("der er truffet afgørelse om anbringelse", (file, _) => file.Once(AtDecision));

    public static readonly Trigger Start = new("anbringelsen er iværksat", (file, _) => file.Once(AtStart));

    public static readonly Trigger Reviews = new("der er holdt opfølgning", (file, _) => file.Once(EachReview));

    /// <summary>The start and every change of site, until the child moves on.</summary>
    public static readonly Trigger EachStay = new(
        "anbringelsen er iværksat, og hver gang barnet er flyttet til et andet anbringelsessted",
        (file, _) => file.Stays.Select((stay, i) => Anchor.On(file, stay.Known, i == 0 ? "iværksat" : "flyttet", site: stay.Site.Id, stopsOn: stay.Until)))
    {
        Stops = "barnet flytter videre",
        Per = Scope.Site,
    };

    /// <summary>The start for each who held custody then, and the day custody came to each who got it later.</summary>
    public static readonly Trigger EachCustodyHolderInPlacement = new("anbringelsen er iværksat; for den, der siden får forældremyndigheden, fra den dag", CustodyHoldersInPlacement)
    {
        Stops = NoLongerHolder,
        Per = Scope.CustodyHolder,
    };

    private const string NoLongerHolder = "vedkommende ikke længere har forældremyndigheden";

    /// <summary>Each fact of a type.</summary>
    public static Trigger Each<T>(string text, string label, Func<T, bool>? counts = null)
        where T : Fact => Each(text, _ => label, counts);

    /// <summary>Each fact of a type.</summary>
    public static Trigger Each<T>(string text, Func<T, string> label, Func<T, bool>? counts = null)
        where T : Fact => new(text, (file, _) => Of(file, counts, label, static (file, fact, label) => Anchor.On(file, fact, label(fact.Fact))));

    /// <summary>Each fact of a type that concerns one custody holder, for as long as they are one.</summary>
    public static Trigger EachOfCustodyHolder<T>(string text, string label, Func<T, string> holder, Func<T, bool>? counts = null)
        where T : Fact => new(text, (file, _) => Of(file, counts, (label, holder), static (file, fact, with) => OfCustodyHolder(file, fact, with.label, with.holder(fact.Fact))))
        {
            Stops = NoLongerHolder,
            Per = Scope.CustodyHolder,
        };

    /// <summary>Each fact that may lie ahead, from the day it was told; what it tells of is the due day.</summary>
    public static Trigger Announced<T>(string text, string label, Func<T, bool>? counts = null)
        where T : Fact => new(text, (file, _) => Of(file, counts, label, static (file, fact, label) => Anchor.On(file, fact, label) with { Day = LocalDate.Min(fact.Day, CopenhagenTime.DateOf(fact.Time)) }));

    /// <summary>The day the fact that started it is about.</summary>
    public static Func<Situation, DueDate?> AnnouncedDay(string what, Term term) => s => new DueDate(s.Anchor.Fact!.Day, term, $"{what} {DanishDates.Short(s.Anchor.Fact.Day)}");

    /// <summary>Two triggers as one.</summary>
    public static Trigger Or(this Trigger first, Trigger second) => first with
    {
        Text = $"{first.Text}, og når {second.Text}",
        In = (file, today) => CaseOrder.Merged(first.In(file, today), second.In(file, today), static anchor => anchor.Fact!),
    };

    private static IEnumerable<Anchor> AtDecision(CaseFile file) => [Anchor.On(file, file.Decision!, "afgørelse")];

    private static IEnumerable<Anchor> AtStart(CaseFile file) => file.Start is { } start ? [Anchor.On(file, start, "iværksat")] : [];

    private static IEnumerable<Anchor> EachReview(CaseFile file) => file.Reviews.Select(review => Anchor.On(file, review, "opfølgning"));

    private static IEnumerable<Anchor> CustodyHoldersInPlacement(CaseFile file, LocalDate today)
    {
        if (file.Start is not { } start)
        {
            return [];
        }

        IReadOnlyList<string> first = file.CustodyHoldersOn(start.Day);
        IEnumerable<Anchor> later = file.All<CustodyChanged>()
            .Where(change => change.Day > start.Day)
            .SelectMany(change => change.Fact.CustodyHolders.Except(file.CustodyHoldersOn(change.Day.PlusDays(-1))).Select(holder => OfCustodyHolder(file, change, "forældremyndighed fra", holder)));
        return first.Select(holder => OfCustodyHolder(file, start, "iværksat", holder)).Concat(later);
    }

    private static Anchor OfCustodyHolder(CaseFile file, IRecorded fact, string label, string holder) =>
        Anchor.On(file, fact, label, custodyHolder: holder, stopsOn: CustodyEnds(file, holder, fact.Day));

    /// <summary>The day of the first change of custody after a day that leaves the holder out.</summary>
    private static LocalDate? CustodyEnds(CaseFile file, string holder, LocalDate from)
    {
        Recorded<CustodyChanged>? next = file.Span<CustodyChanged>().OnOrAfter(from.PlusDays(1));
        if (next?.Fact.CustodyHolders.Contains(holder) != true)
        {
            return next?.Day;
        }

        ReadOnlySpan<CustodyLost> losses = file.About(Losses, static lost => lost.Holder, holder);
        int first = CaseOrder.First(losses, next, static (lost, after) => lost.Change.IsAfter(after));
        return first < losses.Length ? losses[first].Change.Day : null;
    }

    /// <summary>A case system may tell the custody holders again and again: only where one is left out does something end.</summary>
    private static IEnumerable<CustodyLost> Losses(CaseFile file)
    {
        IReadOnlyList<Recorded<CustodyChanged>> changes = file.All<CustodyChanged>();
        return changes.Skip(1).SelectMany((change, before) => changes[before].Fact.CustodyHolders.Except(change.Fact.CustodyHolders).Select(holder => new CustodyLost(holder, change)));
    }

    /// <summary>Most cases have no fact of most types: those are passed by without making anything.</summary>
    private static IEnumerable<Anchor> Of<T, TWith>(CaseFile file, Func<T, bool>? counts, TWith with, Func<CaseFile, Recorded<T>, TWith, Anchor> anchor)
        where T : Fact
    {
        ReadOnlySpan<Recorded<T>> facts = file.Span<T>();
        if (facts.IsEmpty)
        {
            return [];
        }

        var anchors = new List<Anchor>(facts.Length);
        foreach (Recorded<T> fact in facts)
        {
            if (counts is null || counts(fact.Fact))
            {
                anchors.Add(anchor(file, fact, with));
            }
        }

        return anchors;
    }

    private sealed record CustodyLost(string Holder, Recorded<CustodyChanged> Change);
}
