using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Rettidig.Functions;

/// <summary>What the product counts, under the name <c>Rettidig</c>: OpenTelemetry or Application Insights attach to it without code.</summary>
internal static class Telemetry
{
    public const string Name = "Rettidig";

    public static readonly ActivitySource Source = new(Name);

    private static readonly Meter Meter = new(Name);

    public static readonly Counter<long> Accepted = Meter.CreateCounter<long>("rettidig.events.accepted", "{event}", "Events appended to a log or to the staff directory.");

    public static readonly Counter<long> Refused = Meter.CreateCounter<long>("rettidig.events.refused", "{event}", "Events dead-lettered, by reason.");

    public static readonly Counter<long> Doubles = Meter.CreateCounter<long>("rettidig.events.doubles", "{event}", "Events that were there already.");

    public static readonly Counter<long> NoticesSent = Meter.CreateCounter<long>("rettidig.notices.sent", "{notice}", "Notices the mail service took.");

    public static readonly Counter<long> Ambiguous = Meter.CreateCounter<long>("rettidig.notices.ambiguous", "{notice}", "Notices sent once more, since nobody knows whether the mail went.");

    public static readonly Counter<long> Reconciles = Meter.CreateCounter<long>("rettidig.reconciles", "{look}", "Looks at a placement.");
}
