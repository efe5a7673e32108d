using System.Security.Cryptography;
using System.Text;
using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.Configuration;
using NodaTime;
using Rettidig.Domain.Agendas;
using Rettidig.Functions.Settings;

namespace Rettidig.Functions.Notices;

/// <summary>
/// Tells the case system of notices, on a topic. At least once: told before it is kept, so that nothing is lost between
/// the two; told again it has the same id, which the topic's duplicate detection and any receiver know it by.
/// </summary>
public sealed class NoticeTopic(ServiceBusClient bus, IConfiguration configuration) : IAsyncDisposable
{
    /// <summary>The topic.</summary>
    public const string Name = "notices";

    /// <summary>What nobody has fetched by then, nobody waits for.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromDays(14);

    private readonly ServiceBusSender sender = bus.CreateSender(Name);
    private readonly string source = configuration.Given("Notices:Source") ?? "urn:rettidig";
    private readonly bool publishes = !"false".Equals(configuration.Given("Notices:Publish"), StringComparison.OrdinalIgnoreCase);

    public ValueTask DisposeAsync() => sender.DisposeAsync();

    /// <summary>Tells of the notices among the changes of a ledger that a case system can do something about.</summary>
    internal async Task TellAsync(IReadOnlyList<Notice> changes, IReadOnlyList<Obligation> obligations, Instant now, CancellationToken cancellationToken)
    {
        ServiceBusMessage[] messages = publishes
            ? [.. changes.Where(change => change.State is NoticeState.Pending or NoticeState.Withdrawn).Select(change => Message(EventOf(change, obligations, now)))]
            : [];
        foreach (ServiceBusMessage[] group in messages.Chunk(MostAtOnce))
        {
            await sender.SendMessagesAsync(group, cancellationToken);
        }
    }

    /// <summary>A notice is less than 2 KiB, and what is sent at once at most 256.</summary>
    private const int MostAtOnce = 100;

    private NoticeEvent EventOf(Notice notice, IReadOnlyList<Obligation> obligations, Instant now)
    {
        Obligation? obligation = obligations.FirstOrDefault(candidate => candidate.DutyId == notice.DutyId && candidate.Occurrence == notice.Occurrence);
        return new NoticeEvent
        {
            Specversion = "1.0",
            Id = IdOf(notice),
            Source = source,
            Type = notice.State == NoticeState.Withdrawn ? NoticeEvent.Withdrawn : NoticeEvent.Due,
            Subject = notice.Placement.Subject,
            Time = now,
            Datacontenttype = "application/json",
            Data = new NoticeData
            {
                Notice = notice.Key,
                Duty = notice.DutyId,
                Title = obligation?.Title ?? notice.DutyId,
                Law = obligation?.Law,
                Occurrence = notice.Occurrence,
                Step = notice.Step,
                Role = notice.Role,
                CustodyHolder = obligation?.CustodyHolder,
                Site = notice.Site,
                Day = notice.Day,
                DueOn = notice.Due,
                Urgent = notice.Urgent,
            },
        };
    }

    /// <summary>The first time, the key; a later change, the key and the version it changes, so that a repetition has the same id.</summary>
    private static string IdOf(Notice notice) => notice.ETag == default ? notice.Key : $"{notice.Key}@{Hash(notice.ETag.ToString())[..16]}";

    private static ServiceBusMessage Message(NoticeEvent notice) => new(BinaryData.FromBytes(NoticeJson.Write(notice)))
    {
        // A message id holds 128 characters, a key may have more.
        MessageId = Hash(notice.Id),
        ContentType = "application/cloudevents+json",
        Subject = notice.Type,
        TimeToLive = Life,
    };

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
