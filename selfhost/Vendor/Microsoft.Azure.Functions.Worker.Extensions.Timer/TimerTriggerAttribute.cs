using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Runs the function on a schedule.</summary>
public sealed class TimerTriggerAttribute : TriggerBindingAttribute
{
    /// <param name="schedule">
    /// An NCRONTAB expression in UTC, <c>{second} {minute} {hour} {day} {month} {day-of-week}</c>, or <c>%setting%</c> to read it from the configuration.
    /// </param>
    public TimerTriggerAttribute(string schedule) => Schedule = schedule;

    public string Schedule { get; }

    /// <summary>Also run when the host starts.</summary>
    public bool RunOnStartup { get; set; }

    /// <summary>Remember the last run, so that an occurrence missed while the host was down is run once when it starts.</summary>
    public bool UseMonitor { get; set; } = true;
}
