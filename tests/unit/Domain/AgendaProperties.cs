using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Rettidig.Domain.Agendas;
using Rettidig.Domain.Cases;
using Rettidig.Domain.Events;
using Rettidig.Domain.Events.Facts;
using Rettidig.Domain.Rules;

namespace Rettidig.Unit.Tests.Domain;

/// <summary>What holds for every case, tried on invented ones.</summary>
public class AgendaProperties
{
    private static readonly RuleBook Book = new(new MunicipalRules { SiteNotices = true });
    private static readonly LocalDate First = new(2023, 6, 1);
    private const int Span = 700;

    /// <summary>A case of up to 25 facts over two years across the change of law, each told up to 40 days late.</summary>
    private static readonly Gen<CaseEvent[]> Cases =
        from decided in Gen.Choose(0, 200)
        from emergency in Gen.Elements(true, false)
        from consent in Gen.Elements(PlacementConsent.With, PlacementConsent.Without)
        from started in Gen.Choose(0, 30)
        from facts in (from kind in Gen.Choose(0, 15) from day in Gen.Choose(0, Span) from late in Gen.Choose(0, 40) from hour in Gen.Choose(0, 23) select (kind, day, late, hour)).ArrayOf()
        select Build(decided, emergency, consent, started, [.. facts.Take(25)]);

    private static CaseEvent[] Build(int decided, bool emergency, PlacementConsent consent, int started, (int Kind, int Day, int Late, int Hour)[] facts)
    {
        LocalDate decidedOn = First.PlusDays(decided);
        IEnumerable<(Fact Fact, LocalDate Day, int Late, int Hour)> all =
        [
            (new PlacementDecided(decidedOn, consent, emergency, new LocalDate(2008, 2, 29), ["mor", "far"], "ab12", null, null), decidedOn, 0, 10),
            (new PlacementStarted(decidedOn.PlusDays(started), new PlacementSite("s0", SiteKind.Other, null)), decidedOn, 0, 11),
            .. facts.Select(fact => (FactOf(fact.Kind, First.PlusDays(fact.Day)), First.PlusDays(fact.Day), fact.Late, fact.Hour)),
        ];
        return [.. all.Select((fact, i) => Event(i, fact.Fact, fact.Day, fact.Late, fact.Hour))];
    }

    private static CaseEvent Event(int i, Fact fact, LocalDate day, int late, int hour)
    {
        Instant time = day.At(new LocalTime(hour, 30)).InUtc().ToInstant();
        return new CaseEvent("urn:test", $"e{i}", "dk.rettidig.test.v1", CaseBuilder.Key, time, time.Plus(Duration.FromDays(late)), fact);
    }

    private static Fact FactOf(int kind, LocalDate day) => kind switch
    {
        0 => new SupportPersonOffered("mor", day, null),
        1 => new SupportPersonAnswered("mor", day, OfferAnswer.Declined, false),
        2 => new SupportPersonAnswered("far", day, OfferAnswer.Accepted, null),
        3 => new SupportPersonGranted("far", day, 5),
        4 => new ParentSupportDecided(day, ParentSupportOutcome.Granted, []),
        5 => new ParentPlanAdopted(day, 1, 2, true),
        6 => new ChildPlanAdopted(day, 1, ChildPlanKind.BarnetsPlan, [PlanContent.Goals]),
        7 => new ChildPlanRevised(day, 2, ChildPlanKind.BarnetsPlan, [PlanContent.Goals]),
        8 => new ChildPlanHandedOver(day, 2, "s0", HandOverForm.Written),
        9 => new ChildPlanChased(day, "s0"),
        10 => new ReviewHeld(day, false, PlanRevisionNeed.Needed, CustodyHolderContact.NotContacted, day.Day % 2 == 0 ? day.PlusMonths(5) : null),
        11 => new ReviewRhythmDecided(day, day.PlusMonths(4)),
        12 => new VisitHeld(day, true, Visitor.Caseworker, true, true),
        13 => new AssessmentCompleted(day),
        14 => new SiteChanged(day, new PlacementSite("s1", SiteKind.Other, null)),
        _ => new CustodyChanged(["far"], day),
    };

    private static Agenda Evaluate(IEnumerable<CaseEvent> log, LocalDate today) => Book.Evaluate(CaseFile.Fold(CaseBuilder.Key, log), today);

    private static string Print(Agenda agenda) =>
        string.Join('\n', agenda.Obligations.Select(o => $"{o.DutyId} {o.Occurrence} {o.Due} {o.Status} {o.Explanation}")) + "\n" + string.Join('\n', agenda.Steps.Select(s => $"{s.Key} {s.Day} {s.Urgent}"));

    private static void Holds(Action<CaseEvent[]> property, int cases = 150) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(cases), Prop.ForAll(Cases.ToArbitrary(), property));

    [Fact]
    public void Every_order_of_arrival_gives_the_same_agenda() => Holds(log =>
    {
        LocalDate today = First.PlusDays(400);
        string expected = Print(Evaluate(log, today));
        Assert.Equal(expected, Print(Evaluate(log.Reverse(), today)));
        Assert.Equal(expected, Print(Evaluate(log.OrderBy(e => e.Id[^1]).Concat(log.Take(5)), today)));
    });

    [Fact]
    public void No_two_obligations_share_a_name_and_no_two_steps_a_key() => Holds(log =>
    {
        Agenda agenda = Evaluate(log, First.PlusDays(400));
        Assert.Distinct(agenda.Obligations.Select(o => $"{o.DutyId}:{o.Occurrence}"));
        Assert.Distinct(agenda.Steps.Select(s => s.Key));
    });

    [Fact]
    public void No_step_lies_before_its_anchor_or_before_its_facts_arrived_or_on_a_closed_day() => Holds(log =>
    {
        foreach (Obligation obligation in Evaluate(log, First.PlusDays(300)).Obligations)
        {
            Assert.All(obligation.Steps, step =>
            {
                Assert.True(step.Day >= obligation.AnchoredOn || IsTiedToABirthday(obligation), step.Key);
                Assert.True(Rettidig.Domain.Calendar.DanishCalendar.IsWorkingDay(step.Day), step.Key);
                Assert.True(step.Day >= Rettidig.Domain.Calendar.CopenhagenTime.DateOf(log[0].ReceivedAt), step.Key);
            });
        }
    });

    private static bool IsTiedToABirthday(Obligation obligation) => obligation.DutyId is "youth-plan" or "youth-support" or "adulthood-goals";

    [Fact]
    public void Steps_climb() => Holds(log =>
    {
        foreach (Obligation obligation in Evaluate(log, First.PlusDays(300)).Obligations)
        {
            LocalDate[] ladder = [.. obligation.Steps.Where(step => step.Rank > 0).OrderBy(step => step.Rank).Select(step => step.Day)];
            Assert.Equal(ladder.Order(), ladder);
        }
    });

    [Fact]
    public void Nothing_changes_before_the_next_change() => Holds(
        log =>
        {
            LocalDate today = First.PlusDays(250);
            Agenda now = Evaluate(log, today);
            LocalDate until = now.NextChange ?? today.PlusDays(60);
            for (LocalDate day = today.PlusDays(1); day < until && day < today.PlusDays(60); day = day.PlusDays(1))
            {
                Assert.Equal(Print(now), Print(Evaluate(log, day)));
            }
        },
        cases: 60);

    [Fact]
    public void What_is_closed_stays_closed_as_days_go_by() => Holds(
        log =>
        {
            Dictionary<string, ObligationStatus> closed = [];
            for (int day = 200; day < 900; day += 35)
            {
                foreach (Obligation obligation in Evaluate(log, First.PlusDays(day)).Obligations.Where(o => !o.IsOpen))
                {
                    string name = $"{obligation.DutyId}:{obligation.Occurrence}";
                    Assert.Equal(closed.GetValueOrDefault(name, obligation.Status), obligation.Status);
                    closed[name] = obligation.Status;
                }
            }
        },
        cases: 60);
}
