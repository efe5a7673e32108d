namespace Rettidig.Orchestrations.Digests;

/// <summary>Asks for the digests of one municipality and week.</summary>
/// <param name="Municipality">Three digits.</param>
/// <param name="Week">The ISO week: <c>2026-W49</c>.</param>
/// <param name="Date">The Copenhagen date it is made for: <c>2026-11-30</c>.</param>
public sealed record DigestRequest(string Municipality, string Week, string Date);
