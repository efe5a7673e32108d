using Azure.Messaging.ServiceBus;

namespace Rettidig.Contract.Tests.Bus;

/// <summary>The sizes of the standard tier. Source: "Azure Service Bus quotas".</summary>
public abstract class SizeContract<TSubject> : BusContract<TSubject>
    where TSubject : IBusSubject, new()
{
    private const int KiB = 1024;

    [Fact]
    public async Task A_message_holds_256_KiB_with_its_properties()
    {
        await Sender.SendMessageAsync(new ServiceBusMessage(new byte[255 * KiB]));

        await RefusedAsync(ServiceBusFailureReason.MessageSizeExceeded, () => Sender.SendMessageAsync(new ServiceBusMessage(new byte[256 * KiB])));
        await RefusedAsync(ServiceBusFailureReason.MessageSizeExceeded, () => Sender.SendMessageAsync(new ServiceBusMessage { ApplicationProperties = { ["large"] = new string('x', 65 * KiB) } }));
        Assert.Single(await Receiver.PeekMessagesAsync(10));
    }

    [Fact]
    public async Task What_is_sent_at_once_holds_256_KiB()
    {
        await RefusedAsync(ServiceBusFailureReason.MessageSizeExceeded, () => Sender.SendMessagesAsync(Enumerable.Range(0, 3).Select(number => new ServiceBusMessage(new byte[100 * KiB]))));

        Assert.Null(await Receiver.PeekMessageAsync());
    }

    [Fact]
    public async Task A_batch_takes_messages_until_it_is_full()
    {
        using ServiceBusMessageBatch batch = await Sender.CreateMessageBatchAsync();
        int taken = 0;
        while (batch.TryAddMessage(new ServiceBusMessage(new byte[50 * KiB]) { MessageId = $"{taken}" }))
        {
            taken++;
        }

        await Sender.SendMessagesAsync(batch);

        Assert.Equal((5, 5), (taken, batch.Count));
        Assert.InRange(batch.SizeInBytes, 250 * KiB, batch.MaxSizeInBytes);
        Assert.Equal(["0", "1", "2", "3", "4"], (await Receiver.ReceiveMessagesAsync(10, TimeSpan.Zero)).Select(message => message.MessageId));
    }

    [Fact]
    public async Task A_batch_can_be_made_smaller_but_not_larger()
    {
        using ServiceBusMessageBatch batch = await Sender.CreateMessageBatchAsync(new CreateMessageBatchOptions { MaxSizeInBytes = KiB });

        Assert.True(batch.TryAddMessage(new ServiceBusMessage(new byte[900])));
        Assert.False(batch.TryAddMessage(new ServiceBusMessage(new byte[900])));
        Assert.Equal((1, KiB), (batch.Count, batch.MaxSizeInBytes));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await Sender.CreateMessageBatchAsync(new CreateMessageBatchOptions { MaxSizeInBytes = 257 * KiB }));
    }

    [Fact]
    public async Task An_id_has_128_characters()
    {
        await Sender.SendMessageAsync(Message(new string('i', 128)));

        await Assert.ThrowsAsync<ArgumentException>(() => Sender.SendMessageAsync(Message(new string('i', 129))));
        await Assert.ThrowsAsync<ArgumentException>(() => Sender.SendMessageAsync(new ServiceBusMessage("x") { SessionId = new string('s', 129) }));
    }

    [Fact]
    public async Task What_nobody_receives_in_time_is_gone_though_nobody_looks()
    {
        await Sender.SendMessageAsync(new ServiceBusMessage("old") { TimeToLive = TimeSpan.FromDays(14) });
        Advance(TimeSpan.FromDays(14));

        await Sender.SendMessageAsync(new ServiceBusMessage("new"));

        Assert.Equal("new", Assert.Single(await Receiver.PeekMessagesAsync(10)).Body.ToString());
    }
}
