namespace Rettidig.Orchestrations.Reconsiderations;

/// <summary>Asks that every open placement be looked at anew.</summary>
/// <param name="Municipality">Three digits; null for all.</param>
public sealed record ReconsiderRequest(string? Municipality);
