using System.Diagnostics.Metrics;

namespace Rettidig.SelfHost.Counting;

/// <summary>
/// Counts what would be an operation of a service elsewhere, so that a run on this machine tells what it would cost
/// there. The meter <c>Rettidig.SelfHost</c> costs nothing while nobody listens.
/// </summary>
public static class Operations
{
    public const string Meter = "Rettidig.SelfHost";

    /// <summary>The counter's name; the meter has others.</summary>
    public const string Instrument = "rettidig.selfhost.operations";

    private static readonly Counter<long> Counted = new Meter(Meter).CreateCounter<long>(Instrument, "{operation}");

    /// <summary>One more.</summary>
    /// <param name="kind">Such as <c>table.get</c>, <c>bus.send</c> or <c>function</c>.</param>
    /// <param name="name">Of what: the table, the queue, the function.</param>
    public static void Count(string kind, string name)
    {
        if (Counted.Enabled)
        {
            Counted.Add(1, new KeyValuePair<string, object?>("kind", kind), new KeyValuePair<string, object?>("name", name));
        }
    }
}
