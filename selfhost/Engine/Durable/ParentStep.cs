namespace Rettidig.SelfHost.Durable;

/// <summary>The step of another instance that waits for this one.</summary>
/// <param name="InstanceId">The waiting instance.</param>
/// <param name="Name">Its orchestrator.</param>
/// <param name="Execution">The execution that asked; an earlier or later one does not care.</param>
/// <param name="Step">The number of the step.</param>
public sealed record ParentStep(string InstanceId, string Name, long Execution, int Step);
