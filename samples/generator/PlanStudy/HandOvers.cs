using Rettidig.Samples.Cases;
using static Rettidig.Samples.PlanStudy.PlanFigures;

namespace Rettidig.Samples.PlanStudy;

/// <summary>Deals out which sites got the plan at first, and which revisions of it never came.</summary>
internal sealed class HandOvers(List<StudiedCase> cases, Dice dice)
{
    public void Deal()
    {
        var received = OfSites(PlansReceivedAtStart);
        var inTime = OfSites(PlansReceivedInTime);

        // A site that never got the first plan got no later one either: those are mostly sites whose plan was never revised.
        var planned = dice.Shuffle(cases.Where(c => c.HasPlan)).OrderByDescending(c => c.Revisions).ToList();
        var given = dice.Shuffle(planned.Take(received));
        given.ForEach(c => c.HandOver = HandOver.Late);
        given.Take(inTime).ToList().ForEach(c => c.HandOver = HandOver.SameDay);

        var missing = PlanFigures.Revisions - RevisionsReceived;
        foreach (var never in planned.Skip(received))
        {
            missing -= never.Undelivered = never.Revisions;
        }

        // The newest revision alone: an older one is made up for by the next that comes.
        foreach (var last in dice.Shuffle(given.Where(c => c.Revisions > 0)).Take(missing))
        {
            last.Undelivered = 1;
        }
    }
}
