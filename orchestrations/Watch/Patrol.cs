namespace Rettidig.Orchestrations.Watch;

/// <summary>Asks for one inspection.</summary>
/// <param name="Municipality">Three digits.</param>
/// <param name="Now">The orchestration's time.</param>
public sealed record Patrol(string Municipality, DateTimeOffset Now);
