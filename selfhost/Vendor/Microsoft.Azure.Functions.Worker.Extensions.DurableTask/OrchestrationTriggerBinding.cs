using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Worker;

namespace Rettidig.Compat.Functions;

/// <summary>Gives orchestrator functions to the engine.</summary>
internal sealed class OrchestrationTriggerBinding(EmbeddedWorker worker, EnginePumps pumps, IServiceProvider services) : ITriggerBinding
{
    public Type TriggerAttribute => typeof(OrchestrationTriggerAttribute);

    public void Bind(FunctionEntry function)
    {
        if (function.TriggerParameter.ParameterType != typeof(TaskOrchestrationContext))
        {
            throw new InvalidOperationException(
                $"The orchestrator function '{function.Name}' takes its trigger as {function.TriggerParameter.ParameterType.Name}: " +
                $"write [OrchestrationTrigger] TaskOrchestrationContext {function.TriggerParameter.Name}.");
        }

        pumps.Add();
        string name = ((OrchestrationTriggerAttribute)function.Trigger).Orchestration ?? function.Name;
        worker.AddOrchestrator(name, context => function.InvokeAsync(InvocationOf(context)));
    }

    /// <summary>With the services of the host: to dispose of a scope might take a wait that is not of the context.</summary>
    private FunctionInvocation InvocationOf(EmbeddedOrchestrationContext context)
    {
        var invocation = new FunctionInvocation(context, CancellationToken.None) { Services = services };
        invocation.Features.Set(context);
        return invocation;
    }
}
