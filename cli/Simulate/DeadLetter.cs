namespace Rettidig.Cli.Simulate;

/// <summary>An event that the service refused.</summary>
/// <param name="Reason">The code.</param>
/// <param name="Description">In Danish, for people.</param>
internal sealed record DeadLetter(string Reason, string Description);
