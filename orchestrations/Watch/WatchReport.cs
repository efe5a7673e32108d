namespace Rettidig.Orchestrations.Watch;

/// <summary>What a night's watch came to.</summary>
/// <param name="Open">Open placements looked at.</param>
/// <param name="Started">Placements nobody followed; an instance was started.</param>
/// <param name="Woken">Instances that had slept past their wake-up; they were woken.</param>
/// <param name="Purged">Finished instances cleared away.</param>
public sealed record WatchReport(int Open, int Started, int Woken, int Purged)
{
    public WatchReport Plus(WatchReport other) => new(Open + other.Open, Started + other.Started, Woken + other.Woken, Purged + other.Purged);
}
