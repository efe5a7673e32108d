using Rettidig.SelfHost.Pumps;

namespace Rettidig.Contract.Tests.Hosting;

public sealed class PumpSignalTests
{
    private readonly PumpSignal signal = new();

    [Fact]
    public void So_many_loops_are_woken_as_there_are_pieces_of_work()
    {
        Task[] loops = Wait(4);

        signal.Set();
        Assert.Equal(1, loops.Count(loop => loop.IsCompleted));
        Assert.False(loops[0].IsCompleted, "The one that watches the clock is woken last.");
        signal.Set(2);
        Assert.Equal(3, loops.Count(loop => loop.IsCompleted));
        signal.Set();

        Assert.All(loops, loop => Assert.True(loop.IsCompleted));
    }

    [Fact]
    public void What_is_set_between_looking_and_waiting_is_not_missed()
    {
        long seen = signal.Version;
        signal.Set();

        Assert.True(signal.WaitAsync(seen, out bool watches).IsCompleted);
        Assert.False(watches);
    }

    [Fact]
    public void One_loop_watches_the_clock_and_another_takes_over_when_it_goes_to_work()
    {
        Task[] loops = Wait(3);

        signal.Reschedule();
        Assert.Equal([true, false, false], loops.Select(loop => loop.IsCompleted));
        signal.EndWatch();

        Assert.Equal(2, loops.Count(loop => loop.IsCompleted));
        signal.WaitAsync(signal.Version, out bool watches);
        Assert.True(watches);
    }

    [Fact]
    public void A_host_that_stops_wakes_them_all()
    {
        Task[] loops = Wait(5);

        signal.WakeAll();

        Assert.All(loops, loop => Assert.True(loop.IsCompleted));
    }

    /// <summary>The first watches the clock.</summary>
    private Task[] Wait(int loops) => [.. Enumerable.Range(0, loops).Select(_ => signal.WaitAsync(signal.Version, out bool _))];
}
