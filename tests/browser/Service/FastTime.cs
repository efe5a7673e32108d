namespace Rettidig.Browser.Tests.Service;

/// <summary>
/// A clock that begins at a moment of one's choice and runs faster than the one on the wall, up to a gate: there it stands
/// still until what must be done before is done, however slow the machine.
/// </summary>
internal sealed class FastTime(DateTimeOffset begins, int speed, DateTimeOffset gate) : TimeProvider
{
    private readonly Lock turn = new();
    private DateTimeOffset from = begins.ToUniversalTime();
    private DateTimeOffset started = System.GetUtcNow();
    private bool open = begins >= gate;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Whether it stands at the gate.</summary>
    public bool Waits
    {
        get
        {
            lock (turn)
            {
                return !open && Running() >= gate;
            }
        }
    }

    /// <summary>Lets it run on from the gate.</summary>
    public void Open()
    {
        lock (turn)
        {
            from = GetUtcNow();
            started = System.GetUtcNow();
            open = true;
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (turn)
        {
            DateTimeOffset running = Running();
            return open || running < gate ? running : gate.ToUniversalTime();
        }
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, Shortened(dueTime), Shortened(period));

    private DateTimeOffset Running() => (from + ((System.GetUtcNow() - started) * speed)).ToUniversalTime();

    private TimeSpan Shortened(TimeSpan span) => span <= TimeSpan.Zero ? span : span / speed;
}
