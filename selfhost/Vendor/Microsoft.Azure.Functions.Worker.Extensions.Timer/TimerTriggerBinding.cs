using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Rettidig.SelfHost.Hosting;
using Rettidig.SelfHost.Pumps;
using Rettidig.SelfHost.Schedules;

namespace Rettidig.Compat.Functions;

/// <summary>Gives timer functions to the schedule pump.</summary>
internal sealed class TimerTriggerBinding(SchedulePump pump, PumpSet pumps, IConfiguration configuration) : ITriggerBinding
{
    public Type TriggerAttribute => typeof(TimerTriggerAttribute);

    public void Bind(FunctionEntry function)
    {
        if (function.TriggerParameter.ParameterType != typeof(TimerInfo))
        {
            throw new InvalidOperationException(
                $"The timer function '{function.Name}' takes its trigger as {function.TriggerParameter.ParameterType.Name}: write [TimerTrigger(…)] TimerInfo {function.TriggerParameter.Name}.");
        }

        var trigger = (TimerTriggerAttribute)function.Trigger;
        pumps.Add(PumpStage.Timers, pump);
        pump.Add(new ScheduledWork(
            function.Name,
            ScheduleOf(function, trigger),
            (run, cancellation) => function.InvokeAsync(new FunctionInvocation(InfoOf(run), cancellation)))
        {
            Monitored = trigger.UseMonitor,
            RunOnStartup = trigger.RunOnStartup,
        });
    }

    private CronSchedule ScheduleOf(FunctionEntry function, TimerTriggerAttribute trigger)
    {
        string expression = NamedSettings.Resolve(configuration, trigger.Schedule, function);
        try
        {
            return CronSchedule.Parse(expression);
        }
        catch (FormatException broken)
        {
            throw new EmbeddedHostException(
                $"Tidsplanen '{expression}' for funktionen {function.Name} kan ikke læses: skriv seks felter, sekund minut time dag måned ugedag i UTC, fx '0 */15 * * * *' for hvert kvarter ({broken.Message})", broken);
        }
    }

    private static TimerInfo InfoOf(ScheduledRun run) => new()
    {
        IsPastDue = run.IsPastDue,
        ScheduleStatus = run.State is null ? null : new ScheduleStatus
        {
            Last = run.State.Last?.UtcDateTime ?? default,
            Next = run.State.Next.UtcDateTime,
            LastUpdated = run.State.Updated.UtcDateTime,
        },
    };
}
