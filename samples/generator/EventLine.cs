using NodaTime;

namespace Rettidig.Samples;

/// <summary>
/// One event as it will be sent. The id is unique in the file, unless the same event is sent twice; the name is the part of
/// the type between <c>dk.rettidig.</c> and <c>.v1</c>; the subject comes without the municipality.
/// </summary>
internal sealed record EventLine(string Id, string Name, string Subject, ZonedDateTime Time, object Data);
