using NodaTime;
using Rettidig.Domain.Cases;
using Rettidig.Domain.Events;
using Rettidig.Domain.Events.Facts;

namespace Rettidig.Domain.Rules;

/// <summary>What duties can start from.</summary>
internal static class Anchors
{
    public static IEnumerable<Anchor> Decision(CaseFile file, LocalDate today) => [Anchor.On(file, file.Decision!, "afgørelse")];

    public static IEnumerable<Anchor> Start(CaseFile file, LocalDate today) => file.Start is { } start ? [Anchor.On(file, start, "iværksat")] : [];

    public static IEnumerable<Anchor> Reviews(CaseFile file, LocalDate today) => file.Reviews.Select(review => Anchor.On(file, review, "opfølgning"));

    /// <summary>The start and every change of site, until the child moves on.</summary>
    public static IEnumerable<Anchor> EachStay(CaseFile file, LocalDate today) =>
        file.Stays.Select((stay, i) => Anchor.On(file, stay.Known, i == 0 ? "iværksat" : "flyttet") with { Site = stay.Site.Id, StopsOn = stay.Until });

    /// <summary>Each fact of a type.</summary>
    public static Func<CaseFile, LocalDate, IEnumerable<Anchor>> Each<T>(Func<T, string> label, Func<T, bool>? counts = null)
        where T : Fact => (file, _) => file.All<T>().Where(fact => counts is null || counts(fact.Fact)).Select(fact => Anchor.On(file, fact, label(fact.Fact)));

    /// <summary>Each fact of a type that concerns one custody holder, for as long as they are one.</summary>
    public static Func<CaseFile, LocalDate, IEnumerable<Anchor>> EachOfCustodyHolder<T>(string label, Func<T, string> holder, Func<T, bool>? counts = null)
        where T : Fact => (file, _) => file.All<T>()
            .Where(fact => counts is null || counts(fact.Fact))
            .Select(fact => OfCustodyHolder(file, fact, label, holder(fact.Fact)));

    /// <summary>The start for each who held custody then, and the day custody came to each who got it later.</summary>
    public static IEnumerable<Anchor> EachCustodyHolderInPlacement(CaseFile file, LocalDate today)
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
        Anchor.On(file, fact, label) with { CustodyHolder = holder, StopsOn = CustodyEnds(file, holder, fact.Day) };

    private static LocalDate? CustodyEnds(CaseFile file, string holder, LocalDate from) =>
        file.All<CustodyChanged>().FirstOrDefault(change => change.Day > from && !change.Fact.CustodyHolders.Contains(holder))?.Day;
}
