namespace Rettidig.Browser.Tests.Service;

/// <summary>A clock that begins at a moment of one's choice and runs faster than the one on the wall.</summary>
internal sealed class FastTime(DateTimeOffset begins, int speed) : TimeProvider
{
    private readonly DateTimeOffset started = System.GetUtcNow();

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => (begins + ((System.GetUtcNow() - started) * speed)).ToUniversalTime();

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, Shortened(dueTime), Shortened(period));

    private TimeSpan Shortened(TimeSpan span) => span <= TimeSpan.Zero ? span : span / speed;
}
