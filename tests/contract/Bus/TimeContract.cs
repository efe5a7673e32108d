using Azure.Messaging.ServiceBus;

namespace Rettidig.Contract.Tests.Bus;

public abstract class TimeContract<TSubject> : BusContract<TSubject>
    where TSubject : IBusSubject, new()
{
    [Fact]
    public async Task A_message_sent_twice_within_ten_minutes_comes_once()
    {
        await Sender.SendMessagesAsync([Message("1"), Message("1"), Message("2")]);
        Advance(TimeSpan.FromMinutes(9));
        await Sender.SendMessageAsync(Message("1"));

        Assert.Equal(["1", "2"], (await Receiver.ReceiveMessagesAsync(10, TimeSpan.Zero)).Select(message => message.MessageId));

        Advance(TimeSpan.FromMinutes(1));
        await Sender.SendMessageAsync(Message("1"));
        Assert.Equal(3, (await Receiver.PeekMessagesAsync(10)).Count);
    }

    [Fact]
    public async Task Messages_without_an_id_are_never_doubles()
    {
        await Sender.SendMessagesAsync([new ServiceBusMessage("a"), new ServiceBusMessage("a")]);

        Assert.Equal(2, (await Receiver.ReceiveMessagesAsync(10, TimeSpan.Zero)).Count);
    }

    [Fact]
    public async Task A_scheduled_message_comes_when_it_is_due()
    {
        await Sender.SendMessageAsync(Message("now"));
        DateTimeOffset now = (await OneAsync(Receiver)).EnqueuedTime;
        await Sender.ScheduleMessageAsync(Message("later"), now.AddHours(2));

        Assert.Equal(ServiceBusMessageState.Scheduled, (await Receiver.PeekMessagesAsync(2))[1].State);
        Advance(TimeSpan.FromMinutes(119));
        Assert.Equal("now", (await OneAsync(Receiver)).MessageId);
        Assert.Null(await NowAsync(Receiver));
        Advance(TimeSpan.FromSeconds(59));
        Assert.Null(await NowAsync(Receiver));
        Advance(TimeSpan.FromSeconds(1));
        ServiceBusReceivedMessage later = (await Receiver.ReceiveMessagesAsync(2, TimeSpan.Zero))[^1];
        Assert.Equal(("later", now.AddHours(2)), (later.MessageId, later.EnqueuedTime));
    }

    [Fact]
    public async Task A_scheduled_message_can_be_taken_back_until_it_is_due()
    {
        long number = await Sender.ScheduleMessageAsync(Message("1"), DateTimeOffset.MaxValue);

        await Sender.CancelScheduledMessageAsync(number);

        Assert.Null(await Receiver.PeekMessageAsync());
        await RefusedAsync(ServiceBusFailureReason.MessageNotFound, () => Sender.CancelScheduledMessageAsync(number));
    }

    [Fact]
    public async Task A_message_is_not_delivered_after_its_time_to_live()
    {
        await Sender.SendMessageAsync(new ServiceBusMessage("x") { MessageId = "1", TimeToLive = TimeSpan.FromMinutes(5) });

        Advance(TimeSpan.FromMinutes(5));

        Assert.Null(await NowAsync(Receiver));
        Assert.Null(await NowAsync(DeadLetters));
    }
}
