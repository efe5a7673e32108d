using NodaTime;

namespace Rettidig.Domain.Rules.Settings;

/// <summary>What a municipality chose, and since when.</summary>
/// <param name="Since">When it took effect; the first of them counts for all time before too.</param>
/// <param name="Rules">What it chose.</param>
public sealed record RulesInForce(Instant Since, MunicipalRules Rules);
