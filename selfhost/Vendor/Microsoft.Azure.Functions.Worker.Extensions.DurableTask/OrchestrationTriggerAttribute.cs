using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Marks the <see cref="Microsoft.DurableTask.TaskOrchestrationContext"/> of an orchestrator function.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class OrchestrationTriggerAttribute : TriggerBindingAttribute
{
    /// <summary>The name of the orchestrator; the name of the function when not given.</summary>
    public string? Orchestration { get; set; }
}
