namespace Rettidig.SelfHost.Pumps;

/// <summary>All pumps of the host. Filled while the host is built.</summary>
public sealed class PumpSet
{
    private readonly List<(PumpStage Stage, IPump Pump)> pumps = [];

    /// <summary>By stage, within a stage in the order they were added.</summary>
    public IReadOnlyList<IPump> InOrder => [.. pumps.OrderBy(added => added.Stage).Select(added => added.Pump)];

    /// <summary>Adding a pump again changes nothing.</summary>
    public void Add(PumpStage stage, IPump pump)
    {
        if (!pumps.Any(added => ReferenceEquals(added.Pump, pump)))
        {
            pumps.Add((stage, pump));
        }
    }
}
