using NodaTime;
using Rettidig.Domain.Agendas;
using Rettidig.Domain.Calendar;
using Rettidig.Domain.Events;
using Rettidig.Domain.Events.Facts;
using Rettidig.Domain.Rules;

namespace Rettidig.Unit.Tests.Domain.Properties;

/// <summary>Every term, from every day of 2015-2045 (to 24-12-2045: working days after that are not written out), against dates reckoned by hand (<see cref="PlainDate"/>).</summary>
public class DueDateTests
{
    private static readonly PlainDate FirstOfB = new(2020, 1, 1);
    private static readonly PlainDate FirstOfC = new(2024, 1, 1);

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    [InlineData(false, true)]
    public void Every_term_counted_from_every_day_gives_the_day_a_calendar_on_the_wall_gives(bool consent, bool emergency)
    {
        foreach (PlainDate day in PlainDate.Between(2015, 2045).SkipLast(7))
        {
            Dictionary<string, Obligation> found = InventedCase.Evaluate(EverythingOn(day, consent, emergency), Noda(day)).Obligations
                .GroupBy(obligation => obligation.DutyId).ToDictionary(group => group.Key, group => group.First());
            foreach ((string duty, PlainDate expected) in Expected(day, consent, emergency))
            {
                Assert.True(found.TryGetValue(duty, out Obligation? obligation), $"{duty} is not there for {day}");
                Assert.True(Noda(expected) == obligation.Due, $"{duty} from {day}: expected {expected}, got {obligation.Due} ({obligation.Explanation})");
            }

            Assert.Empty(found.Keys.Intersect(NotInForce(day, consent, emergency)));
        }
    }

    [Fact]
    public void What_an_explanation_says_was_added_gives_the_day_it_says() => Property.Holds(300, tried =>
    {
        foreach (Obligation obligation in tried.On(tried.Part(3, 4)).Obligations.Where(obligation => obligation.Grounds?.Due.Counted is not null && obligation.Due.Year <= 2045))
        {
            PlainDate anchor = Plain(obligation.AnchoredOn);
            PlainDate due = Add(anchor, obligation.Grounds!.Due.Counted!.Value);
            Assert.Equal(due, Plain(obligation.Due));
            Assert.Contains($"{anchor} + {obligation.Grounds!.Due.Counted} = {due}", obligation.Explanation, StringComparison.Ordinal);
        }
    });

    [Fact]
    public void Birthdays_of_every_child_born_2000_to_2028_are_found_leap_day_children_too()
    {
        foreach (PlainDate born in PlainDate.Between(2000, 2028))
        {
            PlainDate decided = born.PlusMonths(15 * 12);
            CaseEvent placed = Event(new PlacementDecided(Noda(decided), PlacementConsent.With, false, Noda(born), ["mor"], "ab12", null, null), decided, 0);
            ILookup<string, Obligation> found = InventedCase.Evaluate([placed], Noda(decided)).Obligations.ToLookup(obligation => obligation.DutyId);

            PlainDate sixteen = born.PlusMonths(16 * 12);
            Assert.Equal(IsC(sixteen) ? [] : [Noda(sixteen)], found["adulthood-goals"].Select(obligation => obligation.Due));
            Assert.Equal(IsC(sixteen) ? [Noda(sixteen.PlusMonths(3))] : [], found["youth-plan"].Select(obligation => obligation.Due));
            PlainDate halfAYearBefore18 = born.PlusMonths(18 * 12).PlusMonths(-6);
            Assert.Equal(IsC(halfAYearBefore18) ? [Noda(halfAYearBefore18)] : [], found["youth-support"].Select(obligation => obligation.Due));
        }
    }

    /// <summary>The terms of the rule book, written out.</summary>
    private static IEnumerable<(string Duty, PlainDate Due)> Expected(PlainDate day, bool consent, bool emergency)
    {
        yield return ("support-person-offer", day);
        yield return ("support-person-answer", day.PlusDays(14));
        yield return ("support-person-reoffer", emergency ? day.PlusDays(14) : day.PlusMonths(1));
        yield return ("support-person-grant", day.PlusDays(14));
        yield return ("support-person-proposal", day.PlusWeeks(4));
        yield return ("parent-support-assessment", day.PlusMonths(1));
        yield return ("parent-support-decision", day.PlusMonths(2));
        yield return ("parent-support-start", day.PlusMonths(1));
        yield return ("parent-plan", day.PlusMonths(1));
        yield return ("parent-plan-goals", day.PlusMonths(2));
        yield return ("parent-plan-consent", day);
        yield return ("child-plan-contents", day);
        yield return ("plan-handover", day);
        yield return ("revised-plan-handover", day.PlusDays(14));
        yield return ("site-chase", day.PlusWorkingDays(3));
        yield return ("first-review", day.PlusMonths(3));
        yield return ("next-review", day.PlusMonths(6));
        yield return ("review-basis", day);
        yield return ("plan-revision", day.PlusMonths(1));
        yield return ("supervision-visit", day.PlusMonths(12));
        yield return ("information-to-parents", day.PlusDays(14));
        yield return ("grief-support", day.PlusDays(14));
        yield return ("caseworker-handover", day.PlusDays(14));
        yield return ("targeted-support-phase", day.PlusWeeks(16));
        yield return ("targeted-support-status", day.PlusDays(14));
        yield return ("complaint", day.PlusWeeks(4));
        yield return ("wellbeing-survey", day.PlusMonths(12));
        foreach ((string duty, PlainDate due, bool inForce) in OfARegime(day, consent, emergency))
        {
            if (inForce)
            {
                yield return (duty, due);
            }
        }
    }

    private static IEnumerable<string> NotInForce(PlainDate day, bool consent, bool emergency) =>
        OfARegime(day, consent, emergency).Where(row => !row.InForce).Select(row => row.Duty);

    private static IEnumerable<(string Duty, PlainDate Due, bool InForce)> OfARegime(PlainDate day, bool consent, bool emergency) =>
    [
        ("parent-plan-revision-offer", day.PlusMonths(3), !IsA(day)),
        ("parent-plan-follow-up", day.PlusMonths(12), !IsA(day)),
        ("child-plan-before-decision", day, !emergency && (!IsC(day) || !consent)),
        ("child-plan-emergency", day.PlusMonths(4), emergency && !IsC(day)),
        ("emergency-purpose", day, emergency && !IsC(day)),
        ("child-plan", day.PlusMonths(3), consent && IsC(day)),
        ("child-plan-provisional", day.PlusMonths(1), emergency && !consent && IsC(day)),
        ("emergency-approval", day.PlusDays(7), emergency && !consent && IsC(day)),
        ("emergency-final-decision", day.PlusMonths(1), emergency && !consent && IsC(day)),
        ("rehearing", day.PlusMonths(12), IsC(day)),
        ("revision-decision", day, IsA(day)),
        ("return-request", day.PlusDays(7), consent && IsC(day)),
        ("return-period", day.PlusMonths(6), IsC(day)),
    ];

    /// <summary>One of everything that starts a term, all on one day; the child is twelve.</summary>
    private static IEnumerable<CaseEvent> EverythingOn(PlainDate plain, bool consent, bool emergency)
    {
        LocalDate day = Noda(plain);
        Fact[] facts =
        [
            new PlacementDecided(day, consent ? PlacementConsent.With : PlacementConsent.Without, emergency, day.PlusYears(-12), ["mor"], "ab12", null, null),
            new PlacementStarted(day, new PlacementSite("s0", SiteKind.Other, null)),
            new SupportPersonOffered("mor", day, null),
            new SupportPersonAnswered("mor", day, OfferAnswer.Accepted, null),
            new SupportPersonAnswered("mor", day, OfferAnswer.Declined, null),
            new SupportPersonGranted("mor", day, 6),
            new SupportPersonProposed("mor", day),
            new ParentSupportDecided(day, ParentSupportOutcome.Granted, []),
            new ParentPlanAdopted(day, 1, 2, true),
            new ParentPlanRevisionOffered(day),
            new ParentPlanShared("s0", 1, day),
            new ChildPlanAdopted(day, 1, ChildPlanKind.BarnetsPlan, []),
            new ChildPlanRevised(day, 2, ChildPlanKind.BarnetsPlan, []),
            new ChildPlanChased(day, "s0"),
            new ReviewHeld(day, false, PlanRevisionNeed.Needed, CustodyHolderContact.Contacted, null),
            new CaseworkerChanged("cd34", day),
            new TargetedSupportPhaseEntered(SupportPhase.Change, day),
            new ProvisionalDecisionApproved(day),
            new CommitteeDecided(day, null),
            new ReturnHomeRequested(day),
            new ReturnHomeDecided(day, null),
            new ComplaintReceived("a1", day),
        ];
        return facts.Select((fact, i) => Event(fact, plain, i));
    }

    private static CaseEvent Event(Fact fact, PlainDate day, int i)
    {
        Instant time = CopenhagenTime.InstantOf(Noda(day), new LocalTime(10, i));
        return new CaseEvent("urn:test", $"e{i:D2}", "dk.rettidig.test.v1", CaseBuilder.Key, time, time, fact);
    }

    private static PlainDate Add(PlainDate day, Counted counted) => counted.Unit switch
    {
        TermUnit.Days => day.PlusDays(counted.Number),
        TermUnit.WorkingDays => day.PlusWorkingDays(counted.Number),
        TermUnit.Weeks => day.PlusWeeks(counted.Number),
        TermUnit.Months => day.PlusMonths(counted.Number),
        _ => day.PlusMonths(12 * counted.Number),
    };

    private static bool IsA(PlainDate day) => day.Year < FirstOfB.Year;

    private static bool IsC(PlainDate day) => day.Year >= FirstOfC.Year;

    private static LocalDate Noda(PlainDate day) => new(day.Year, day.Month, day.Day);

    private static PlainDate Plain(LocalDate day) => new(day.Year, day.Month, day.Day);
}
