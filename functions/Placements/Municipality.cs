using NodaTime;

namespace Rettidig.Functions.Placements;

/// <summary>A municipality that sends us events.</summary>
/// <param name="Code">Three digits.</param>
/// <param name="Since">When its first event came. What would have been due before then is not owed.</param>
public sealed record Municipality(string Code, Instant Since);
