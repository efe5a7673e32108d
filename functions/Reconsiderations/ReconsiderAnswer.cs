namespace Rettidig.Functions.Reconsiderations;

/// <summary>What <c>/api/reconsider</c> tells: how far it is.</summary>
/// <param name="Id">Names it: <c>GET /api/reconsider/{id}</c> asks again.</param>
/// <param name="State"><c>running</c>, <c>done</c> or <c>failed</c>.</param>
/// <param name="Open">Open placements there were when it began.</param>
/// <param name="Woken">Placements woken so far.</param>
/// <param name="Waiting">Placements that were woken and have not looked yet.</param>
public sealed record ReconsiderAnswer(string Id, string State, int Open, int Woken, int Waiting);
