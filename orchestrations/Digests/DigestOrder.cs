namespace Rettidig.Orchestrations.Digests;

/// <summary>Asks for the digest of one manager.</summary>
/// <param name="Week">Municipality and week.</param>
/// <param name="Manager">Staff id, or <c>operator</c> for the placements no manager answers for.</param>
public sealed record DigestOrder(DigestRequest Week, string Manager);
