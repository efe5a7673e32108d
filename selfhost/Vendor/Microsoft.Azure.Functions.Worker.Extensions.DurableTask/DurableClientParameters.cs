using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Rettidig.Compat.Functions;

/// <summary><c>[DurableClient] DurableTaskClient</c>.</summary>
internal sealed class DurableClientParameters(DurableTaskClient client) : IParameterBinding
{
    /// <summary>Attributes are looked up by reflection, and a tick asks a hundred thousand times.</summary>
    private readonly ConcurrentDictionary<ParameterInfo, bool> known = [];

    public bool TryBind(ParameterInfo parameter, FunctionInvocation invocation, out object? value)
    {
        bool wanted = parameter.ParameterType == typeof(DurableTaskClient)
            && known.GetOrAdd(parameter, asked => asked.GetCustomAttribute<DurableClientAttribute>() is not null);
        value = wanted ? client : null;
        return wanted;
    }
}
