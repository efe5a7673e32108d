using Rettidig.SelfHost.Time;

namespace Rettidig.Contract.Tests.Bus;

/// <summary>A clock that tells when somebody begins to wait by it, so that a test need not guess.</summary>
internal sealed class NoticedClock(SimulatedClock clock) : TimeProvider, IDisposable
{
    private readonly SemaphoreSlim waits = new(0);

    public override TimeZoneInfo LocalTimeZone => clock.LocalTimeZone;

    public override long TimestampFrequency => clock.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ITimer timer = clock.CreateTimer(callback, state, dueTime, period);
        waits.Release();
        return timer;
    }

    /// <summary>Ends when one more has begun to wait.</summary>
    public Task UntilSomebodyWaitsAsync() => waits.WaitAsync(TimeSpan.FromSeconds(30));

    public void Dispose() => waits.Dispose();
}
