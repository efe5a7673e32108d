using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace Rettidig.Compat.Functions;

/// <summary><see cref="FunctionContext"/> and <see cref="CancellationToken"/>.</summary>
internal sealed class ContextParameters : IParameterBinding
{
    public bool TryBind(ParameterInfo parameter, FunctionInvocation invocation, out object? value)
    {
        value = parameter.ParameterType == typeof(FunctionContext) ? invocation.Context
            : parameter.ParameterType == typeof(CancellationToken) ? invocation.CancellationToken
            : null;
        return value is not null;
    }
}
