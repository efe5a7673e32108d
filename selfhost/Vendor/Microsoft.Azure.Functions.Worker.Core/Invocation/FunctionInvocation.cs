using System.Collections.ObjectModel;
using Microsoft.Azure.Functions.Worker;

namespace Rettidig.Compat.Functions;

/// <summary>One call of a function, as its trigger makes it.</summary>
/// <param name="triggerValue">The value of the trigger's parameter, already of its type.</param>
/// <param name="cancellationToken">Cancelled when the host no longer waits.</param>
internal sealed class FunctionInvocation(object? triggerValue, CancellationToken cancellationToken)
{
    public object? TriggerValue => triggerValue;

    public CancellationToken CancellationToken => cancellationToken;

    /// <summary>The services of the call. When the trigger sets none, a scope is made for the call and disposed after it.</summary>
    public IServiceProvider? Services { get; set; }

    /// <summary>What the trigger knows by name; parameters of those names are bound from it.</summary>
    public IReadOnlyDictionary<string, object?> BindingData { get; init; } = ReadOnlyDictionary<string, object?>.Empty;

    /// <summary>What the trigger attaches for parameter bindings and middleware.</summary>
    public InvocationFeatures Features { get; } = new();

    /// <summary>Set when the call starts.</summary>
    public FunctionContext? Context { get; set; }
}
