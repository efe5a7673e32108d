using Azure.Messaging.ServiceBus;

namespace Rettidig.Contract.Tests.Bus;

public abstract class DeliveryContract<TSubject> : BusContract<TSubject>
    where TSubject : IBusSubject, new()
{
    [Fact]
    public async Task A_message_arrives_as_it_was_sent()
    {
        var id = Guid.NewGuid();
        await Sender.SendMessageAsync(new ServiceBusMessage("æøå")
        {
            MessageId = "m-1", ContentType = "text/plain", CorrelationId = "c", Subject = "s", To = "t", ReplyTo = "r", SessionId = "se",
            ApplicationProperties = { ["Text"] = "x", ["Small"] = 7, ["Large"] = 7L, ["Real"] = 0.5, ["Yes"] = true, ["Id"] = id, ["At"] = new DateTimeOffset(2026, 11, 30, 8, 0, 0, TimeSpan.FromHours(1)) },
        });

        ServiceBusReceivedMessage message = await OneAsync(Receiver);

        Assert.Equal("æøå", message.Body.ToString());
        Assert.Equal(("m-1", "text/plain", "c", "s", "t", "r", "se"), (message.MessageId, message.ContentType, message.CorrelationId, message.Subject, message.To, message.ReplyTo, message.SessionId));
        Assert.Equal(["x", 7, 7L, 0.5, true, id, new DateTimeOffset(2026, 11, 30, 8, 0, 0, TimeSpan.FromHours(1))], message.ApplicationProperties.Values);
        Assert.Equal((1, ServiceBusMessageState.Active), (message.DeliveryCount, message.State));
    }

    [Fact]
    public async Task Messages_come_in_the_order_they_were_sent()
    {
        await Sender.SendMessagesAsync([Message("1"), Message("2")]);
        await Sender.SendMessageAsync(Message("3"));

        IReadOnlyList<ServiceBusReceivedMessage> received = await Receiver.ReceiveMessagesAsync(10, TimeSpan.Zero);

        Assert.Equal(["1", "2", "3"], received.Select(message => message.MessageId));
        Assert.Equal(received.Select(message => message.SequenceNumber).Order(), received.Select(message => message.SequenceNumber));
    }

    [Fact]
    public async Task A_completed_message_is_gone()
    {
        await Sender.SendMessageAsync(Message("1"));
        ServiceBusReceivedMessage message = await OneAsync(Receiver);
        await Receiver.CompleteMessageAsync(message);

        Advance(TimeSpan.FromHours(1));

        Assert.Null(await NowAsync(Receiver));
        await RefusedAsync(ServiceBusFailureReason.MessageLockLost, () => Receiver.CompleteMessageAsync(message));
    }

    [Fact]
    public async Task Nobody_else_gets_a_message_while_it_is_locked()
    {
        await Sender.SendMessageAsync(Message("1"));
        await OneAsync(Receiver);

        Assert.Null(await NowAsync(Client.CreateReceiver(Queue)));
    }

    [Fact]
    public async Task A_message_whose_lock_expires_comes_again_and_the_old_lock_is_worthless()
    {
        await Sender.SendMessageAsync(Message("1"));
        ServiceBusReceivedMessage first = await OneAsync(Receiver);

        Advance(TimeSpan.FromMinutes(1));
        ServiceBusReceivedMessage second = await OneAsync(Receiver);

        Assert.Equal(("1", 2), (second.MessageId, second.DeliveryCount));
        await RefusedAsync(ServiceBusFailureReason.MessageLockLost, () => Receiver.CompleteMessageAsync(first));
        await Receiver.CompleteMessageAsync(second);
    }

    [Fact]
    public async Task A_lock_that_is_renewed_holds_longer()
    {
        await Sender.SendMessageAsync(Message("1"));
        ServiceBusReceivedMessage message = await OneAsync(Receiver);
        DateTimeOffset before = message.LockedUntil;

        Advance(TimeSpan.FromSeconds(50));
        await Receiver.RenewMessageLockAsync(message);
        Advance(TimeSpan.FromSeconds(50));

        Assert.Equal(before.AddSeconds(50), message.LockedUntil);
        Assert.Null(await NowAsync(Receiver));
        await Receiver.CompleteMessageAsync(message);
    }

    [Fact]
    public async Task An_abandoned_message_comes_again_at_once_with_what_was_noted_on_it()
    {
        await Sender.SendMessageAsync(Message("1"));
        await Receiver.AbandonMessageAsync(await OneAsync(Receiver), new Dictionary<string, object> { ["tried"] = "yes" });

        ServiceBusReceivedMessage again = await OneAsync(Receiver);

        Assert.Equal((2, "yes"), (again.DeliveryCount, again.ApplicationProperties["tried"]));
    }

    [Fact]
    public async Task A_deferred_message_is_received_by_its_number_alone()
    {
        await Sender.SendMessageAsync(Message("1"));
        ServiceBusReceivedMessage message = await OneAsync(Receiver);
        await Receiver.DeferMessageAsync(message);

        Assert.Null(await NowAsync(Receiver));
        Assert.Equal(ServiceBusMessageState.Deferred, (await Receiver.PeekMessageAsync())!.State);
        ServiceBusReceivedMessage later = await Receiver.ReceiveDeferredMessageAsync(message.SequenceNumber);
        Assert.Equal("1", later.MessageId);
        await Receiver.CompleteMessageAsync(later);
        await RefusedAsync(ServiceBusFailureReason.MessageNotFound, () => Receiver.ReceiveDeferredMessageAsync(message.SequenceNumber));
    }

    [Fact]
    public async Task Looking_at_a_message_leaves_it_where_it_is()
    {
        await Sender.SendMessagesAsync([Message("1"), Message("2"), Message("3")]);

        Assert.Equal("1", (await Receiver.PeekMessageAsync())!.MessageId);
        Assert.Equal(["2", "3"], (await Receiver.PeekMessagesAsync(5)).Select(message => message.MessageId));
        Assert.Null(await Receiver.PeekMessageAsync());
        Assert.Equal("1", (await OneAsync(Receiver)).MessageId);
    }

    [Fact]
    public async Task A_message_that_is_received_and_deleted_needs_no_settling()
    {
        ServiceBusReceiver taking = Client.CreateReceiver(Queue, new ServiceBusReceiverOptions { ReceiveMode = ServiceBusReceiveMode.ReceiveAndDelete });
        await Sender.SendMessageAsync(Message("1"));

        ServiceBusReceivedMessage message = await OneAsync(taking);

        await Assert.ThrowsAsync<InvalidOperationException>(() => taking.CompleteMessageAsync(message));
        Advance(TimeSpan.FromHours(1));
        Assert.Null(await NowAsync(Receiver));
    }

    [Fact]
    public async Task Who_waits_for_a_message_gets_it_when_it_comes()
    {
        Task<ServiceBusReceivedMessage?> waiting = Receiver.ReceiveMessageAsync(TimeSpan.FromMinutes(1));
        Assert.False(waiting.IsCompleted);

        await Sender.SendMessageAsync(Message("1"));

        Assert.Equal("1", (await waiting)!.MessageId);
    }

    [Fact]
    public async Task Every_subscription_gets_its_own_copy()
    {
        await Client.CreateSender(Topic).SendMessageAsync(Message("1"));
        ServiceBusReceiver first = Client.CreateReceiver(Topic, "first");
        await first.CompleteMessageAsync(await OneAsync(first));

        Assert.Null(await NowAsync(first));
        Assert.Equal("1", (await OneAsync(Client.CreateReceiver(Topic, "second"))).MessageId);
    }

    [Theory]
    [InlineData("nowhere", null)]
    [InlineData(Topic, "nobody")]
    [InlineData(Topic, null)]
    public async Task What_does_not_exist_cannot_be_received_from(string entity, string? subscription)
    {
        ServiceBusReceiver receiver = subscription is null ? Client.CreateReceiver(entity) : Client.CreateReceiver(entity, subscription);

        await RefusedAsync(ServiceBusFailureReason.MessagingEntityNotFound, () => NowAsync(receiver));
    }

    [Fact]
    public Task What_does_not_exist_cannot_be_sent_to() =>
        RefusedAsync(ServiceBusFailureReason.MessagingEntityNotFound, () => Client.CreateSender("nowhere").SendMessageAsync(Message("1")));

    [Fact]
    public async Task A_message_above_256_KiB_is_refused_and_so_is_all_that_was_sent_with_it()
    {
        await RefusedAsync(ServiceBusFailureReason.MessageSizeExceeded, () => Sender.SendMessagesAsync([Message("1"), Message("2", new string('x', (256 * 1024) + 1))]));
        Assert.Null(await NowAsync(Receiver));

        await Sender.SendMessageAsync(Message("3", new string('x', 255 * 1024)));
        Assert.Equal(255 * 1024, (await OneAsync(Receiver)).Body.ToMemory().Length);
    }

    [Fact]
    public Task A_message_id_above_128_characters_is_refused() =>
        Assert.ThrowsAsync<ArgumentException>(() => Sender.SendMessageAsync(Message(new string('x', 129))));
}
