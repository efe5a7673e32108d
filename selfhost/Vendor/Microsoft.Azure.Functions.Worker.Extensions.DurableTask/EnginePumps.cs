using Rettidig.SelfHost.Durable;
using Rettidig.SelfHost.Pumps;

namespace Rettidig.Compat.Functions;

/// <summary>Puts the engine's pumps among those of the host, where they are stepped in the order of their stages.</summary>
internal sealed class EnginePumps(DurableEngine engine, PumpSet pumps)
{
    public void Add()
    {
        pumps.Add(PumpStage.Orchestrations, engine.OrchestrationPump);
        pumps.Add(PumpStage.Activities, engine.ActivityPump);
    }
}
