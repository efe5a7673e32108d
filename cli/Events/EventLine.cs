using NodaTime;
using Rettidig.Domain;

namespace Rettidig.Cli.Events;

/// <summary>One event of a file.</summary>
/// <param name="Json">The line as it stands.</param>
/// <param name="Source">Who sent it.</param>
/// <param name="Id">Unique per source.</param>
/// <param name="Time">When the case system recorded it.</param>
/// <param name="Placement">What it is about; null for an event about staff.</param>
public sealed record EventLine(ReadOnlyMemory<byte> Json, string Source, string Id, Instant Time, PlacementKey? Placement)
{
    public const string ContentType = "application/cloudevents+json";

    /// <summary>The longest message id Service Bus takes.</summary>
    private const int LongestMessageId = 128;

    /// <summary>The Service Bus message id: source and id, or what stands for them where that is too long.</summary>
    public string MessageId => (Source + Id) is { Length: <= LongestMessageId } id ? id : Hash(Source + "\n" + Id);

    private static string Hash(string text) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));
}
