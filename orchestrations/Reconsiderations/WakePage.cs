namespace Rettidig.Orchestrations.Reconsiderations;

/// <summary>Asks for one page of placements to be woken.</summary>
/// <param name="Municipality">Three digits.</param>
/// <param name="After">The last placement of the page before; null for the first.</param>
public sealed record WakePage(string Municipality, string? After);
