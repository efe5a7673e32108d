namespace Rettidig.SelfHost.Schedules;

/// <summary>One run of scheduled work.</summary>
/// <param name="IsPastDue">It is noticeably later than its schedule said: the host was down, or busy.</param>
/// <param name="State">What was remembered before the run; null for a schedule that is not monitored.</param>
public sealed record ScheduledRun(bool IsPastDue, ScheduleState? State);
