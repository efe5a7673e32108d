namespace Rettidig.Orchestrations.Placements;

/// <summary>Asks for one look at a placement.</summary>
/// <param name="Placement">Its subject, such as <c>101/P-7</c>.</param>
/// <param name="Now">The orchestration's time, so that a replay asks the same.</param>
public sealed record LookRequest(string Placement, DateTimeOffset Now);
