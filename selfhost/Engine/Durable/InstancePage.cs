namespace Rettidig.SelfHost.Durable;

/// <summary>Some of the instances of a query, in the order of their ids.</summary>
/// <param name="Instances">The instances.</param>
/// <param name="After">Asks for the next page; null: this is the last.</param>
public sealed record InstancePage(IReadOnlyList<InstanceRecord> Instances, string? After);
