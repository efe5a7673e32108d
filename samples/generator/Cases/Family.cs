namespace Rettidig.Samples.Cases;

/// <summary>What became of the offer of a support person.</summary>
internal enum Offer { NotOffered, Unanswered, Declined, Granted }

/// <summary>When the support person was granted: the rows of table 3.2.</summary>
internal enum Wait { None, AtStart, TwoToFourMonths, FiveToEightMonths, NineToTwelveMonths, OverAYear }

/// <summary>What was decided on other support to the parents.</summary>
internal enum ParentSupport { Undecided, NotNeeded, Refused, Granted }

internal enum ParentPlan { None, Waived, Adopted }

internal enum FollowUp { None, Contact, Formal }

/// <summary>What happens for the parents of one child: the part of a case that the published figures count.</summary>
internal sealed record Family(Offer Offer, Wait Wait, ParentSupport Support)
{
    public bool Assessed { get; init; }

    public ParentPlan Plan { get; init; }

    public FollowUp FollowUp { get; init; }

    public bool AnySupport => Support == ParentSupport.Granted || Offer == Offer.Granted;

    /// <summary>Support within the first months, so that a plan and its follow-up fit in the file.</summary>
    public bool SupportedEarly => Support == ParentSupport.Granted || Wait is Wait.AtStart or Wait.TwoToFourMonths;

    /// <summary>How long the case must run in the file for all of it to happen, late recording included.</summary>
    public int MonthsNeeded => Math.Max(
        FollowUp switch { FollowUp.Formal => 14, FollowUp.Contact => 9, _ => 6 },
        Wait switch
        {
            Wait.OverAYear => 17,
            Wait.NineToTwelveMonths => 14,
            Wait.FiveToEightMonths => 10,
            _ => 6,
        });
}
