using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Rettidig.Compat.Functions;

/// <summary><c>[DurableClient] DurableTaskClient</c>.</summary>
internal sealed class DurableClientParameters(DurableTaskClient client) : IParameterBinding
{
    public bool TryBind(ParameterInfo parameter, FunctionInvocation invocation, out object? value)
    {
        bool wanted = parameter.ParameterType == typeof(DurableTaskClient)
            && parameter.GetCustomAttribute<DurableClientAttribute>() is not null;
        value = wanted ? client : null;
        return wanted;
    }
}
