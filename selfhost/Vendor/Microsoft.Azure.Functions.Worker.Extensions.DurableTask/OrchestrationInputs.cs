using System.Reflection;
using Microsoft.DurableTask.Worker;

namespace Rettidig.Compat.Functions;

/// <summary>The input of an orchestration as a parameter of its function, beside the context: the one that nothing else knows.</summary>
internal sealed class OrchestrationInputs : IParameterBinding
{
    public bool TryBind(ParameterInfo parameter, FunctionInvocation invocation, out object? value)
    {
        value = null;
        if (invocation.Features.Get<EmbeddedOrchestrationContext>() is not { } context || IsOfTheHost(parameter))
        {
            return false;
        }

        value = context.GetInput(parameter.ParameterType);
        return true;
    }

    private static bool IsOfTheHost(ParameterInfo parameter) =>
        parameter.ParameterType == typeof(Microsoft.Azure.Functions.Worker.FunctionContext)
        || parameter.ParameterType == typeof(CancellationToken)
        || parameter.GetCustomAttributes<Microsoft.Azure.Functions.Worker.Extensions.Abstractions.InputBindingAttribute>().Any();
}
