using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Rettidig.Domain;
using Rettidig.Functions.Events;

namespace Rettidig.Simulation.Tests;

/// <summary>What a service has read of cases, seen without holding on to it.</summary>
internal static class ReadCases
{
    /// <summary>A case as the service keeps it. A method of its own, so that no variable of the caller keeps it as well.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static WeakReference Of(SimulatedMunicipality service, PlacementKey placement) =>
        new(service.Services.GetRequiredService<CaseFiles>().ReadAsync(placement, CancellationToken.None).GetAwaiter().GetResult()
            ?? throw new InvalidOperationException($"Expected a log for {placement}."));

    public static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
    }
}
