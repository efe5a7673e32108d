namespace Rettidig.SelfHost.Schedules;

/// <summary>What is remembered of a schedule.</summary>
/// <param name="Last">The occurrence that was run last; null before the first.</param>
/// <param name="Next">The occurrence expected next.</param>
/// <param name="Updated">When this was written: up to then nothing has been missed.</param>
public sealed record ScheduleState(DateTimeOffset? Last, DateTimeOffset Next, DateTimeOffset Updated);
