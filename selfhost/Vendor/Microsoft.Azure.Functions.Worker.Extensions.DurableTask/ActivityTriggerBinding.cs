using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Worker;

namespace Rettidig.Compat.Functions;

/// <summary>Gives activity functions to the engine.</summary>
internal sealed class ActivityTriggerBinding(EmbeddedWorker worker, EnginePumps pumps) : ITriggerBinding
{
    public Type TriggerAttribute => typeof(ActivityTriggerAttribute);

    public void Bind(FunctionEntry function)
    {
        pumps.Add();
        string name = ((ActivityTriggerAttribute)function.Trigger).Activity ?? function.Name;
        worker.AddActivity(
            name,
            function.TriggerParameter.ParameterType,
            (call, input, cancellation) => function.InvokeAsync(new FunctionInvocation(input, cancellation)
            {
                BindingData = new Dictionary<string, object?> { ["instanceId"] = call.InstanceId },
            }));
    }
}
