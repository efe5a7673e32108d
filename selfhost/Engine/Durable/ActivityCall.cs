namespace Rettidig.SelfHost.Durable;

/// <summary>One call of an activity.</summary>
/// <param name="InstanceId">The instance that called.</param>
/// <param name="Name">The activity.</param>
/// <param name="Input">JSON.</param>
public sealed record ActivityCall(string InstanceId, string Name, string? Input);
