namespace Rettidig.Samples.Cases;

/// <summary>
/// What the screening did not count, dealt in proportions near Ankestyrelsen's study of 225 child plans (2019) and its
/// barometer of 2024, where the first review was held in time in three of four cases.
/// </summary>
internal sealed class Proportions(int count, Dice dice)
{
    public List<Legal> Legal { get; } = dice.Deal(
        (count - 19, Cases.Legal.WithConsent),
        (9, Cases.Legal.WithoutConsent),
        (4, Cases.Legal.EmergencyWithConsent),
        (6, Cases.Legal.EmergencyWithoutConsent));

    public List<bool> TwoHolders { get; } = dice.Deal((16, true), (count - 16, false));

    public List<Timing> ChildPlans { get; } = dice.Deal((count - 18, Timing.OnTime), (13, Timing.Late), (5, Timing.Missing));

    // A third of the sites got no plan at first; a fifth of those who did got it late.
    public List<HandOver> HandOvers { get; } = dice.Deal(
        (count - 25, HandOver.SameDay),
        (9, HandOver.Late),
        (3, HandOver.OralThenWritten),
        (5, HandOver.AfterChases),
        (4, HandOver.ChasedInVain),
        (4, HandOver.Never));

    public List<Timing> FirstReviews { get; } = dice.Deal((count - 15, Timing.OnTime), (9, Timing.Late), (6, Timing.Missing));

    public List<Diligence> Visits { get; } = dice.Deal((count - 26, Diligence.Good), (16, Diligence.Fair), (10, Diligence.Poor));

    public List<bool> NewCaseworker { get; } = dice.Deal((12, true), (count - 12, false));

    public List<Site> Sites { get; } = Site.Deal(count, dice);

    /// <summary>Six children move, to sites that have no child in the file before.</summary>
    public List<Site?> NextSites { get; } = dice.Shuffle(
        Enumerable.Range(1, count).Select(at => at <= 6 ? Site.Numbered(at % 2 == 0 ? "foster-family" : "residential-care", count + at) : null));
}
