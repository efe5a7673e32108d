using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Rettidig.SelfHost;

/// <summary>
/// What the embedded host counts and traces, under the name <c>Rettidig.SelfHost</c>: a tool such as dotnet-counters or
/// OpenTelemetry attaches to it without code. Names of orchestrators and activities and ids of instances; never data.
/// </summary>
internal static class Telemetry
{
    public const string Name = "Rettidig.SelfHost";

    public static readonly ActivitySource Source = new(Name);

    private static readonly Meter Meter = new(Name);

    public static readonly Counter<long> Started = Meter.CreateCounter<long>("selfhost.orchestrations.started", "{orchestration}", "Orchestrations that had their first turn.");

    public static readonly Counter<long> Ended = Meter.CreateCounter<long>("selfhost.orchestrations.ended", "{orchestration}", "Orchestrations that ended, by status.");

    public static readonly Counter<long> Activities = Meter.CreateCounter<long>("selfhost.activities.ended", "{activity}", "Activities that ran, by outcome.");

    public static readonly UpDownCounter<long> Waiting = Meter.CreateUpDownCounter<long>("selfhost.queue", "{item}", "Instances that can have a turn, and activities that wait to run.");

    public static readonly Histogram<double> TimerLag = Meter.CreateHistogram<double>("selfhost.timers.lag", "s", "From the moment a timer was due until it was moved to its instance.");

    public static readonly Histogram<int> CommitSize = Meter.CreateHistogram<int>("selfhost.commits.size", "{unit}", "Units of work that shared a commit.");

    public static readonly Histogram<double> CommitTime = Meter.CreateHistogram<double>("selfhost.commits.duration", "s", "How long a commit took, with its units of work.");

    private static readonly KeyValuePair<string, object?> OfOrchestrations = new("kind", "orchestrations");
    private static readonly KeyValuePair<string, object?> OfActivities = new("kind", "activities");

    public static void OrchestrationsWaiting(int more) => Waiting.Add(more, OfOrchestrations);

    public static void ActivitiesWaiting(int more) => Waiting.Add(more, OfActivities);

    /// <summary>A span with the names that Durable Task uses.</summary>
    public static Activity? Span(string type, string name, string instance)
    {
        if (!Source.HasListeners())
        {
            return null;
        }

        Activity? span = Source.StartActivity($"{type}:{name}");
        span?.SetTag("durabletask.type", type);
        span?.SetTag("durabletask.task.name", name);
        span?.SetTag("durabletask.task.instance_id", instance);
        return span;
    }
}
