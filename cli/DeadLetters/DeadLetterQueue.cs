using System.Net;
using System.Security.Cryptography;
using System.Text;
using Rettidig.Cli.Send;
using Rettidig.Cli.Terminal;

namespace Rettidig.Cli.DeadLetters;

/// <summary>
/// The events that were put aside, over the REST data plane. That knows no way to look without taking: what is looked at is
/// locked, and unlocked again when the look is over.
/// </summary>
internal sealed class DeadLetterQueue(BusClient bus, EventSender sender, string path)
{
    /// <summary>Holds every event that was put aside while something is done, in the order they came, and lets go of those still there.</summary>
    public async Task<int> WithAllAsync(Func<IReadOnlyList<DeadLetter>, Task<int>> work, CancellationToken cancellation)
    {
        var held = new SortedDictionary<long, DeadLetter>();
        try
        {
            // A lock that ran out on the way shows as an event that was seen before.
            while (await NextAsync(cancellation) is { } letter && held.TryAdd(letter.Number, letter))
            {
            }

            return await work([.. held.Values]);
        }
        finally
        {
            foreach (DeadLetter letter in held.Values)
            {
                // What was deleted is not there to be unlocked, and a lock that is left runs out by itself.
                using BusAnswer answer = await bus.AskAsync(HttpMethod.Put, letter.Lock, null, CancellationToken.None);
            }
        }
    }

    /// <summary>Sends the event in again, as new to the bus, and takes it away from here. Broken off in between, it can be repeated.</summary>
    public async Task ResendAsync(DeadLetter letter, CancellationToken cancellation)
    {
        if (await sender.SendAsync(letter.Body, letter.ContentType, ResentId(letter), letter.Label, cancellation) is { } problem)
        {
            throw Refused.AsItWent(problem);
        }

        await DropAsync(letter, cancellation);
    }

    /// <summary>Deletes the event for good.</summary>
    public async Task DropAsync(DeadLetter letter, CancellationToken cancellation)
    {
        using BusAnswer answer = await bus.AskAsync(HttpMethod.Delete, letter.Lock, null, cancellation);
        if (answer.Problem is not null)
        {
            throw Refused.AsItWent($"Nr. {letter.Number} kunne ikke tages ud. {answer.Problem}");
        }
    }

    /// <summary>Duplicate detection would drop the id it came with; the same each time this letter is sent again.</summary>
    private static string ResentId(DeadLetter letter) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{letter.MessageId}\n{letter.Number}")));

    private async Task<DeadLetter?> NextAsync(CancellationToken cancellation)
    {
        using BusAnswer answer = await bus.AskAsync(HttpMethod.Post, $"{path}/messages/head?timeout={bus.Patience}", null, cancellation);
        return answer switch
        {
            { Problem: { } problem } => throw Refused.AsItWent(problem),
            { Response.StatusCode: HttpStatusCode.NoContent } => null,
            _ => await DeadLetter.ReadAsync(answer.Response!, cancellation),
        };
    }
}
