using Azure.Messaging.ServiceBus;

namespace Rettidig.Contract.Tests.Bus;

public abstract class DeadLetterContract<TSubject> : BusContract<TSubject>
    where TSubject : IBusSubject, new()
{
    [Fact]
    public async Task A_refused_message_is_kept_with_its_reason()
    {
        await Sender.SendMessageAsync(Message("1", "body"));
        await Receiver.DeadLetterMessageAsync(await OneAsync(Receiver), "missing-field", "Feltet data.startedOn mangler.");

        ServiceBusReceivedMessage dead = await OneAsync(DeadLetters);

        Assert.Equal(("1", "body", "missing-field", "Feltet data.startedOn mangler."), (dead.MessageId, dead.Body.ToString(), dead.DeadLetterReason, dead.DeadLetterErrorDescription));
        Assert.Null(await NowAsync(Receiver));
    }

    [Fact]
    public async Task A_message_that_is_abandoned_ten_times_is_set_aside()
    {
        await Sender.SendMessageAsync(Message("1"));
        for (int delivery = 1; delivery <= 10; delivery++)
        {
            ServiceBusReceivedMessage message = await OneAsync(Receiver);
            Assert.Equal(delivery, message.DeliveryCount);
            await Receiver.AbandonMessageAsync(message);
        }

        Assert.Null(await NowAsync(Receiver));
        Assert.Equal("MaxDeliveryCountExceeded", (await OneAsync(DeadLetters)).DeadLetterReason);
    }

    [Fact]
    public async Task A_message_whose_receiver_dies_ten_times_is_set_aside()
    {
        await Sender.SendMessagesAsync([Message("1"), Message("2")]);
        for (int delivery = 1; delivery <= 10; delivery++)
        {
            Assert.Equal("1", (await OneAsync(Receiver)).MessageId);
            Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal("2", (await OneAsync(Receiver)).MessageId);
        Assert.Equal(("1", "MaxDeliveryCountExceeded"), ((await OneAsync(DeadLetters)) is var dead ? dead.MessageId : null, (await DeadLetters.PeekMessageAsync())!.DeadLetterReason));
    }

    [Fact]
    public async Task A_dead_letter_can_be_sent_again_and_is_then_completed()
    {
        ServiceBusSender sender = Client.CreateSender(Topic);
        ServiceBusReceiver receiver = Client.CreateReceiver(Topic, "first");
        ServiceBusReceiver deadLetters = Client.CreateReceiver(Topic, "first", new ServiceBusReceiverOptions { SubQueue = SubQueue.DeadLetter });
        await sender.SendMessageAsync(new ServiceBusMessage("body") { MessageId = "1", ApplicationProperties = { ["kept"] = "yes" } });
        await receiver.DeadLetterMessageAsync(await OneAsync(receiver), "reason");

        ServiceBusReceivedMessage dead = await OneAsync(deadLetters);
        await sender.SendMessageAsync(new ServiceBusMessage(dead) { MessageId = "1-again" });
        await deadLetters.CompleteMessageAsync(dead);

        ServiceBusReceivedMessage again = await OneAsync(receiver);
        Assert.Equal(("1-again", "body", "yes", null), (again.MessageId, again.Body.ToString(), again.ApplicationProperties["kept"], again.DeadLetterReason));
        Assert.Null(await deadLetters.PeekMessageAsync());
    }

    [Fact]
    public async Task A_dead_letter_stays_until_it_is_completed()
    {
        await Sender.SendMessageAsync(Message("1"));
        await Receiver.DeadLetterMessageAsync(await OneAsync(Receiver));
        for (int look = 0; look < 15; look++)
        {
            await DeadLetters.AbandonMessageAsync(await OneAsync(DeadLetters));
        }

        await DeadLetters.CompleteMessageAsync(await OneAsync(DeadLetters));
        Assert.Null(await NowAsync(DeadLetters));
    }
}
