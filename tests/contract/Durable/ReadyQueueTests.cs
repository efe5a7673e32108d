using Rettidig.SelfHost.Durable;

namespace Rettidig.Contract.Tests.Durable;

public sealed class ReadyQueueTests
{
    private readonly ReadyQueue queue = new();

    [Fact]
    public void An_instance_is_in_one_turn_at_a_time_and_is_told_of_again_when_something_came_meanwhile()
    {
        queue.Add("a", News(1));
        var first = queue.Take()!;
        queue.Add("a", News(2));

        Assert.Null(queue.Take());
        Assert.True(queue.Done("a"));
        Assert.Equal([2], queue.Take()!.Messages.Select(message => message.Seq));
        Assert.False(queue.Done("a"));
        Assert.Equal([1], first.Messages.Select(message => message.Seq));
    }

    [Fact]
    public void What_was_not_committed_comes_again_before_what_came_later()
    {
        queue.Add("a", News(1));
        var failed = queue.Take()!;
        queue.Add("a", News(2));

        queue.Again(failed);

        Assert.Equal([1, 2], queue.Take()!.Messages.Select(message => message.Seq));
    }

    [Fact]
    public void What_is_for_one_that_starts_later_is_held_until_its_start()
    {
        queue.Add("a", News(1));
        queue.Hold(queue.Take()!);
        Assert.Null(queue.Take());

        queue.Add("a", News(2));
        Assert.Null(queue.Take());

        queue.Add("a", new InboxMessage(3, 0, new HistoryEvent(HistoryKind.Started)));

        Assert.Equal([1, 2, 3], queue.Take()!.Messages.Select(message => message.Seq));
    }

    [Fact]
    public void Instances_come_in_the_order_in_which_they_were_woken()
    {
        foreach (string instance in (string[])["b", "a", "b", "c"])
        {
            queue.Add(instance, News(1));
        }

        Assert.Equal(["b", "a", "c"], [queue.Take()!.Instance, queue.Take()!.Instance, queue.Take()!.Instance]);
    }

    private static InboxMessage News(long seq) => new(seq, 0, new HistoryEvent(HistoryKind.EventRaised, Name: "news"));
}
