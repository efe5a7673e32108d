using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Rettidig.Compat.Functions;

/// <summary>The innermost of an invocation: makes the instance, finds the arguments, calls the method. Everything that reflection can tell is found out once.</summary>
internal sealed class FunctionCall
{
    private readonly FunctionMethod function;
    private readonly ObjectFactory? create;
    private readonly FunctionParameterSlot[] slots;
    private readonly CompiledMethod method;

    public FunctionCall(FunctionMethod function, IReadOnlyList<IParameterBinding> bindings)
    {
        this.function = function;
        create = function.Method.IsStatic ? null : ActivatorUtilities.CreateFactory(function.Method.ReflectedType!, []);
        slots = [.. function.Method.GetParameters().Select(parameter => new FunctionParameterSlot(function, parameter, bindings))];
        method = CompiledMethod.Of(function.Method);
    }

    public async Task RunAsync(FunctionContext context)
    {
        if (context is not EmbeddedFunctionContext embedded)
        {
            throw new InvalidOperationException(
                $"Middleware passed on a context of its own, {context.GetType().FullName}, to {function.Description}: pass on the context it was given.");
        }

        object? instance = create?.Invoke(context.InstanceServices, null);
        embedded.Result = await method.InvokeAsync(instance, Arguments(embedded.Invocation));
    }

    private object?[] Arguments(FunctionInvocation invocation)
    {
        object?[] arguments = new object?[slots.Length];
        for (int i = 0; i < slots.Length; i++)
        {
            arguments[i] = slots[i].ValueFor(invocation);
        }

        return arguments;
    }
}
