using System.Security.Cryptography;
using System.Text;
using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.Logging;
using NodaTime;
using Rettidig.Domain.Agendas;
using Rettidig.Functions.Settings;

namespace Rettidig.Functions.Notices;

/// <summary>
/// Tells the case system of notices, on a topic. At least once: told before it is kept, so that nothing is lost between
/// the two; told again it has the same id, which the topic's duplicate detection and any receiver know it by. Mail comes
/// first: a topic that takes nothing is told at the next look, and no reminder waits for it.
/// </summary>
public sealed class NoticeTopic(ServiceBusClient bus, NoticeSettings settings, ILogger<NoticeTopic> logger) : IAsyncDisposable
{
    /// <summary>The topic.</summary>
    public const string Name = "notices";

    /// <summary>The subscription there is from the start, for the case system.</summary>
    public const string Subscription = "advis";

    /// <summary>What nobody has fetched by then, nobody waits for.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromDays(14);

    private readonly ServiceBusSender sender = bus.CreateSender(Name);

    public ValueTask DisposeAsync() => sender.DisposeAsync();

    /// <summary>
    /// Tells of the notices among the changes of a ledger that a case system can do something about, and of those it was not
    /// told of when they were written. A bus that is away holds up nothing: what it did not take is owed.
    /// </summary>
    /// <param name="changes">What is about to be written.</param>
    /// <param name="known">What the ledger has that may change.</param>
    /// <param name="obligations">The obligations of the placement.</param>
    /// <param name="now">The moment of writing.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>What is to be written: the changes, each with whether it is owed, and those that are so no longer; and whether any is owed now.</returns>
    internal async Task<(IReadOnlyList<Notice> Changes, bool Owes)> TellAsync(
        IReadOnlyList<Notice> changes, IReadOnlyList<Notice> known, IReadOnlyList<Obligation> obligations, Instant now, CancellationToken cancellationToken)
    {
        HashSet<string> changed = [.. changes.Select(change => change.Key)];
        Notice[] owed = [.. known.Where(notice => notice.Untold && !changed.Contains(notice.Key))];
        Notice[] told = settings.Publishes ? [.. changes.Where(change => change.State is NoticeState.Pending or NoticeState.Withdrawn), .. owed] : [];
        bool taken = await TrySendAsync([.. told.Select(notice => Message(EventOf(notice, obligations, now)))], cancellationToken);
        HashSet<string> untold = taken ? [] : [.. told.Select(notice => notice.Key)];
        IEnumerable<Notice> settled = taken ? owed.Select(notice => notice with { Untold = false }) : [];
        return ([.. changes.Select(change => change with { Untold = untold.Contains(change.Key) }), .. settled], untold.Count > 0);
    }

    private async Task<bool> TrySendAsync(ServiceBusMessage[] messages, CancellationToken cancellationToken)
    {
        try
        {
            foreach (ServiceBusMessage[] group in messages.Chunk(MostAtOnce))
            {
                await sender.SendMessagesAsync(group, cancellationToken);
            }

            return true;
        }
        catch (Exception away) when (away is ServiceBusException or UnauthorizedAccessException)
        {
            logger.NoticesUntold(messages.Length, (away as ServiceBusException)?.Reason.ToString() ?? "Unauthorized");
            return false;
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
            Source = settings.Source,
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
