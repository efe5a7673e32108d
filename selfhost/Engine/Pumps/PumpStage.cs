namespace Rettidig.SelfHost.Pumps;

/// <summary>The order in which a simulation steps the pumps: what came from outside first, what the clock starts last.</summary>
public enum PumpStage
{
    Messages,
    Orchestrations,
    Activities,
    Timers,
}
