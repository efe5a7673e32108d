using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace Rettidig.Compat.Functions;

/// <summary><see cref="ServiceBusMessageActions"/> for the message at hand.</summary>
internal sealed class ServiceBusParameters : IParameterBinding
{
    public bool TryBind(ParameterInfo parameter, FunctionInvocation invocation, out object? value)
    {
        value = parameter.ParameterType == typeof(ServiceBusMessageActions) && invocation.Features.Get<ServiceBusDelivery>() is { } delivery
            ? new ServiceBusMessageActions(delivery)
            : null;
        return value is not null;
    }
}
