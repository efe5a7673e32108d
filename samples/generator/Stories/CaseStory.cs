using Rettidig.Samples.Cases;

namespace Rettidig.Samples.Stories;

/// <summary>All of one case, told thread by thread.</summary>
internal static class CaseStory
{
    public static CaseLog Tell(CasePlan plan, Dice dice)
    {
        var log = new CaseLog(plan.Reference, plan.Decided, dice.Fork(), Coverage.OfFiftyTwoCases);
        PlacementStory.Tell(plan, log, dice.Fork());
        var person = SupportPersonStory.Tell(plan, log, dice.Fork());
        var support = ParentSupportStory.Tell(plan, log, dice.Fork());
        ParentPlanStory.Tell(plan, log, dice.Fork(), person < support || support is null ? person : support);
        var childPlan = new ChildPlanStory(plan, log, dice.Fork());
        childPlan.Tell();
        ReviewStory.Tell(plan, log, dice.Fork(), childPlan);
        childPlan.FollowTheChild();
        VisitStory.Tell(plan, log, dice.Fork());
        ContactStory.Tell(plan, log, dice.Fork());
        TargetedSupportStory.Tell(plan, log, dice.Fork());
        ComplaintStory.Tell(plan, log, dice.Fork());
        EndingStory.Tell(plan, log, dice.Fork());
        return log;
    }
}
