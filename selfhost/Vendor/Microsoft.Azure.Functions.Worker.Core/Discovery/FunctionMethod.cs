using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Rettidig.Compat.Functions;

/// <summary>A method marked as a function, and the one parameter that starts it.</summary>
internal sealed class FunctionMethod
{
    private FunctionMethod(string name, MethodInfo method, ParameterInfo triggerParameter, Attribute trigger)
    {
        Name = name;
        Method = method;
        TriggerParameter = triggerParameter;
        Trigger = trigger;
    }

    public string Name { get; }

    public MethodInfo Method { get; }

    public ParameterInfo TriggerParameter { get; }

    public Attribute Trigger { get; }

    /// <summary>For errors: the function's name and where it is written.</summary>
    public string Description => $"function '{Name}' ({Method.DeclaringType?.FullName}.{Method.Name})";

    public static FunctionMethod Of(MethodInfo method)
    {
        string name = method.GetCustomAttribute<FunctionAttribute>()!.Name;
        string description = $"function '{name}' ({method.DeclaringType?.FullName}.{method.Name})";
        var triggers = (
            from parameter in method.GetParameters()
            from trigger in parameter.GetCustomAttributes<TriggerBindingAttribute>()
            select (Parameter: parameter, Trigger: trigger)).ToList();
        return triggers switch
        {
            [var only] => new FunctionMethod(name, method, only.Parameter, only.Trigger),
            [] => throw new InvalidOperationException(
                $"The {description} has no trigger: mark one of its parameters with a trigger such as [TimerTrigger(…)], or remove [Function]."),
            _ => throw new InvalidOperationException(
                $"The {description} has {triggers.Count} triggers ({string.Join(", ", triggers.Select(found => found.Trigger.GetType().Name))}): " +
                "a function has one; write one function for each and let them share a method."),
        };
    }
}
