namespace Rettidig.Cli.Costs;

/// <summary>One line of what it costs.</summary>
/// <param name="What">In Danish.</param>
/// <param name="Count">How many, in words; empty where the line says it.</param>
/// <param name="Usd">US dollars.</param>
internal sealed record CostLine(string What, string Count, decimal Usd);
