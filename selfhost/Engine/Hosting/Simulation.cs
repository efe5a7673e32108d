using Microsoft.Extensions.DependencyInjection;
using Rettidig.SelfHost.Pumps;
using Rettidig.SelfHost.Time;

namespace Rettidig.SelfHost.Hosting;

/// <summary>
/// Drives a host whose <see cref="TimeProvider"/> is a <see cref="SimulatedClock"/>: one piece of work after the other,
/// always in the same order, and when there is none the clock jumps to the next moment at which something falls due.
/// </summary>
/// <remarks>
/// A pump is looked into only when its signal is set or its <see cref="IPump.NextDue"/> has come, so a jump at which
/// one timer fires costs that timer alone. A step is finished, to its commit, before the next is taken. Work that waits on
/// the clock takes that time, and what fell due meanwhile comes after it; so the clock can end beyond the moment asked for.
/// </remarks>
public sealed class Simulation
{
    /// <summary>Far beyond any honest burst of work at one moment: a pump that reaches it feeds itself.</summary>
    private const int MostStepsAtOneMoment = 10_000_000;

    private readonly SimulatedClock clock;
    private readonly SimulatedPump[] pumps;

    private Simulation(SimulatedClock clock, PumpSet pumps)
    {
        this.clock = clock;
        this.pumps = [.. pumps.InOrder.Select(pump => new SimulatedPump(pump))];
    }

    /// <summary>The clock that is driven.</summary>
    public SimulatedClock Clock => clock;

    /// <summary>The driver of a host that was built with a <see cref="SimulatedClock"/> as its <see cref="TimeProvider"/>. Make one per host.</summary>
    public static Simulation Of(IServiceProvider services) =>
        services.GetRequiredService<TimeProvider>() is SimulatedClock clock
            ? new Simulation(clock, services.GetRequiredService<PumpSet>())
            : throw new InvalidOperationException(
                "Only a host on simulated time can be stepped: register a SimulatedClock as the TimeProvider before the host is built.");

    /// <summary>Does all the work there is now, without moving the clock.</summary>
    public async Task SettleAsync()
    {
        int steps = 0;
        for (bool worked = true; worked;)
        {
            worked = false;
            foreach (SimulatedPump pump in pumps)
            {
                while (await pump.StepAsync(clock))
                {
                    worked = true;
                    Count(pump, ++steps);
                }
            }
        }
    }

    /// <summary>Lets everything happen that falls due up to and including the moment, each thing at its time.</summary>
    public async Task RunUntilAsync(DateTimeOffset moment)
    {
        await SettleAsync();
        while (Earliest() is { } next && next.Due <= moment)
        {
            if (next.Due <= clock.GetUtcNow())
            {
                throw new InvalidOperationException(
                    $"Bug in the pump '{next.Pump.Name}': it says work is due at {next.Due:O}, and at {clock.GetUtcNow():O} it has none.");
            }

            clock.JumpTo(next.Due);
            await SettleAsync();
        }

        clock.JumpTo(moment);
        await SettleAsync();
    }

    private (SimulatedPump Pump, DateTimeOffset Due)? Earliest()
    {
        (SimulatedPump Pump, DateTimeOffset Due)? earliest = null;
        foreach (SimulatedPump pump in pumps)
        {
            if (pump.NextDue is { } due && (earliest is null || due < earliest.Value.Due))
            {
                earliest = (pump, due);
            }
        }

        return earliest;
    }

    private void Count(SimulatedPump pump, int steps)
    {
        if (steps > MostStepsAtOneMoment)
        {
            throw new InvalidOperationException(
                $"{steps} pieces of work at {clock.GetUtcNow():O} and still more in the pump '{pump.Name}': something starts itself again without waiting.");
        }
    }

    private sealed class SimulatedPump(IPump pump)
    {
        private readonly Func<ValueTask<bool>> step = () => pump.StepAsync(CancellationToken.None);

        /// <summary>The signal when there was nothing to do. None at first: what was there before the simulation began has no signal.</summary>
        private long? idleSince;

        public string Name => pump.Name;

        public DateTimeOffset? NextDue => pump.NextDue;

        public async ValueTask<bool> StepAsync(SimulatedClock clock)
        {
            if (idleSince == pump.Signal.Version && !(pump.NextDue <= clock.GetUtcNow()))
            {
                return false;
            }

            long seen = pump.Signal.Version;
            bool worked = await clock.TakeTimeAsync(step);
            await pump.Underway;
            idleSince = worked ? null : seen;
            return worked;
        }
    }
}
