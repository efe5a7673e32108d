using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Rettidig.Domain.Agendas;
using Rettidig.Domain.Events;
using Rettidig.Domain.Events.Facts;

namespace Rettidig.Unit.Tests.Domain.Properties;

/// <summary>What is done is done: only an event that says that it was not so opens it again.</summary>
public class ClosedStaysClosedProperties
{
    /// <summary>These say anew what the case is about, or that something never was.</summary>
    private static readonly Type[] SaysAnew = [typeof(PlacementDecided), typeof(PlacementStarted), typeof(PlacementEnded), typeof(EventRetracted)];

    private static readonly Arbitrary<(InventedCase Case, int Seed)> WithMore =
        (from invented in InventedCases.All.Generator from seed in Gen.Choose(0, int.MaxValue - 1) select (invented, seed)).ToArbitrary();

    [Fact]
    public void A_closed_obligation_never_becomes_open_by_a_later_event() => Property.Holds(100, WithMore, tried =>
    {
        LocalDate today = tried.Case.Last;
        Agenda before = tried.Case.WithAll(today);
        LocalDate later = today.PlusDays(1);
        foreach (CaseEvent more in Later(tried.Case, later, tried.Seed))
        {
            Dictionary<string, Obligation> after = InventedCase.Evaluate([.. tried.Case.Log, more], later).Obligations.ToDictionary(Printed.Name);
            Assert.All(before.Obligations.Where(obligation => !obligation.IsOpen && obligation.AnchoredOn <= today), closed =>
                Assert.False(after.TryGetValue(Printed.Name(closed), out Obligation? now) && now.IsOpen, $"{Printed.Obligation(closed)}\nopened by {more.Fact}"));
        }
    });

    [Fact]
    public void What_is_closed_stays_closed_as_days_go_by() => Property.Holds(100, InventedCases.All, tried =>
    {
        HashSet<string> closed = [];
        for (LocalDate day = tried.Last; day < tried.Last.PlusDays(1500); day = day.PlusDays(47))
        {
            Agenda agenda = tried.WithAll(day);
            Assert.All(agenda.Obligations.Where(obligation => obligation.IsOpen), open => Assert.DoesNotContain(Printed.Name(open), closed));
            closed.UnionWith(agenda.Obligations.Where(obligation => !obligation.IsOpen).Select(Printed.Name));
        }
    });

    /// <summary>One event of every type, all of them of a day after everything that has been said.</summary>
    private static IEnumerable<CaseEvent> Later(InventedCase invented, LocalDate day, int seed)
    {
        var facts = new InventedFacts(new Random(seed), day, spanDays: 1);
        Instant time = day.At(new LocalTime(9, 0)).InUtc().ToInstant();
        return InventedFacts.Types.Except(SaysAnew).Select(type => new CaseEvent("urn:later", type.Name, "dk.rettidig.test.v1", CaseBuilder.Key, time, time, facts.Make(type, day)));
    }
}
