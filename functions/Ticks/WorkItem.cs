namespace Rettidig.Functions.Ticks;

/// <summary>Something to be started once.</summary>
/// <param name="Orchestrator">The story.</param>
/// <param name="InstanceId">Its instance: that it exists is the record that it was started.</param>
/// <param name="Input">What it is told.</param>
public sealed record WorkItem(string Orchestrator, string InstanceId, object Input);
