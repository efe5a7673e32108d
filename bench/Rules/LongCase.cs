using NodaTime;
using Rettidig.Domain;
using Rettidig.Domain.Calendar;
using Rettidig.Domain.Cases;
using Rettidig.Domain.Events;
using Rettidig.Domain.Events.Facts;

namespace Rettidig.Bench.Rules;

/// <summary>An invented placement from 2018 to 2026, through all three regimes, with as many events as asked for: every kind a case meets, evenly spread.</summary>
internal static class LongCase
{
    public static readonly PlacementKey Key = new("999", "L-1");
    public static readonly LocalDate Today = new(2026, 3, 2);

    private static readonly LocalDate First = new(2018, 2, 1);
    private static readonly int Days = Period.DaysBetween(First, Today) - 1;

    /// <summary>The events, in the order they came.</summary>
    public static IReadOnlyList<CaseEvent> Log(int events) => [.. Enumerable.Range(0, events).Select(i => Event(i, events))];

    /// <summary>The same, folded.</summary>
    public static CaseFile File(int events) => CaseFile.Fold(Key, Log(events));

    private static CaseEvent Event(int i, int events)
    {
        LocalDate day = i < 2 ? First : First.PlusDays((int)((long)Days * i / events));
        Instant time = CopenhagenTime.InstantOf(day, new LocalTime(8 + (i % 9), i % 60));
        return new CaseEvent("urn:bench", $"e{i:D6}", "dk.rettidig.bench.v1", Key, time, time, i switch
        {
            0 => new PlacementDecided(day, PlacementConsent.With, false, new LocalDate(2011, 8, 30), ["mor", "far"], "ab12", null, null),
            1 => new PlacementStarted(day, Site(0)),
            _ => FactOf(i - 2, day),
        });
    }

    /// <summary>Of forty events: seven visits, four reviews, and of everything else one to three.</summary>
    private static Fact FactOf(int i, LocalDate day) => (i % 40) switch
    {
        0 => new SupportPersonOffered("mor", day, true),
        1 => new SupportPersonAnswered("mor", day, OfferAnswer.Accepted, null),
        2 => new ChildPlanAdopted(day, (i / 40) + 1, ChildPlanKind.BarnetsPlan, [PlanContent.Goals, PlanContent.FamilySupport]),
        3 or 9 or 14 or 20 or 26 or 31 or 37 => new VisitHeld(day, true, Visitor.Caseworker, true, true),
        4 => new SupportPersonGranted("mor", day, 6),
        5 => new ChildPlanHandedOver(day, (i / 40) + 1, SiteId(i), HandOverForm.Written),
        6 => new ParentSupportAssessed(day),
        7 => new ParentSupportDecided(day, ParentSupportOutcome.Granted, ["samtaler"]),
        8 => new ParentSupportStarted(day, "samtaler"),
        10 or 19 or 29 or 38 => new ReviewHeld(day, false, i % 2 == 0 ? PlanRevisionNeed.Needed : PlanRevisionNeed.NotNeeded, CustodyHolderContact.Contacted, day.PlusMonths(5)),
        11 or 30 => new ChildPlanRevised(day, (i / 40) + 2, ChildPlanKind.BarnetsPlan, [PlanContent.Goals]),
        12 => new ParentPlanAdopted(day, (i / 40) + 1, 2, true),
        13 => new ParentPlanShared("sted", (i / 40) + 1, day),
        15 => new SupportPersonOffered("far", day, null),
        16 => new SupportPersonAnswered("far", day, OfferAnswer.Declined, i % 80 < 40),
        17 => new ChildPlanChased(day, SiteId(i)),
        18 => new ParentPlanGoalsRevised(day, 3),
        21 => new CaseworkerChanged($"cd{i / 40 % 5}", day),
        22 => new CaseworkerHandoverAccepted($"cd{i / 40 % 5}", day),
        23 => new TargetedSupportPhaseEntered((SupportPhase)(i / 40 % 3), day),
        24 => new TargetedSupportStatusNoted(day),
        25 => new ParentPlanFollowedUp(day, true),
        27 => new WellbeingSurveyed(day, SurveyedPerson.Child),
        28 => new ReviewRhythmDecided(day, day.PlusMonths(4)),
        32 => new MeetingBooked($"m{i / 40}", CopenhagenTime.InstantOf(day.PlusDays(9), new LocalTime(10, 0)), true),
        33 => new MeetingHeld($"m{i / 40}", day, true),
        34 => new DecisionNotified($"a{i / 40}", day, true, DecidedBy.Administration),
        35 => new ComplaintReceived($"a{i / 40}", day),
        36 => new ComplaintForwarded($"a{i / 40}", day),
        _ => new SiteChanged(day, Site((i / 40) + 1)),
    };

    private static string SiteId(int i) => $"sted-{i / 40}";

    private static PlacementSite Site(int number) => new($"sted-{number}", SiteKind.FosterFamily, null);
}
