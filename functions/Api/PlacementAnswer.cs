namespace Rettidig.Functions.Api;

/// <summary>What <c>GET /api/placements/{municipality}/{placement}</c> tells.</summary>
/// <param name="Placement">The subject.</param>
/// <param name="AsOf">The Copenhagen date it holds for.</param>
/// <param name="Obligations">All of them, closed ones too.</param>
/// <param name="Steps">Those in the ledger and those to come, by day.</param>
/// <param name="Concerns">What is odd about the facts.</param>
public sealed record PlacementAnswer(
    string Placement,
    string AsOf,
    IReadOnlyList<ObligationLine> Obligations,
    IReadOnlyList<StepLine> Steps,
    IReadOnlyList<ConcernLine> Concerns);

/// <summary>Something in the log that cannot be right.</summary>
public sealed record ConcernLine(string EventId, string EventType, string Day, string Text);
