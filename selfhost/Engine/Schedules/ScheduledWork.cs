namespace Rettidig.SelfHost.Schedules;

/// <summary>Work and the schedule it runs on.</summary>
public sealed class ScheduledWork(string name, CronSchedule schedule, Func<ScheduledRun, CancellationToken, Task> run)
{
    public string Name => name;

    public CronSchedule Schedule => schedule;

    public Func<ScheduledRun, CancellationToken, Task> Run => run;

    /// <summary>Remember the last run, so that what falls due while the host is down is run once when it starts.</summary>
    public bool Monitored { get; init; } = true;

    /// <summary>Also run when the host starts.</summary>
    public bool RunOnStartup { get; init; }
}
