using System.Reflection;

namespace Rettidig.Compat.Functions;

/// <summary>One parameter of a function, and the binding that knew it the last time.</summary>
internal sealed class FunctionParameterSlot(FunctionMethod function, ParameterInfo parameter, IReadOnlyList<IParameterBinding> bindings)
{
    // By position: two hosts that reflect on a method at the same moment may be given two objects for one parameter.
    private readonly bool isTrigger = parameter.Position == function.TriggerParameter.Position;
    private IParameterBinding? known;

    public object? ValueFor(FunctionInvocation invocation)
    {
        if (isTrigger)
        {
            return invocation.TriggerValue;
        }

        if (known is not null && known.TryBind(parameter, invocation, out object? value))
        {
            return value;
        }

        foreach (IParameterBinding binding in bindings)
        {
            if (binding.TryBind(parameter, invocation, out value))
            {
                known = binding;
                return value;
            }
        }

        return parameter.HasDefaultValue ? parameter.DefaultValue : throw Unknown();
    }

    private InvalidOperationException Unknown() => new(
        $"Nothing gives a value to the parameter '{parameter.Name}' ({parameter.ParameterType}) of {function.Description}: " +
        "name it as a parameter of the route, mark it with the attribute of its binding, or take it in the constructor instead.");
}
