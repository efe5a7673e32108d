using System.Globalization;
using Microsoft.Azure.Functions.Worker;

namespace Rettidig.Compat.Functions;

internal sealed class EmbeddedFunctionContext(FunctionEntry function, FunctionInvocation invocation, IServiceProvider services) : FunctionContext
{
    private static long count;

    private string? invocationId;
    private IDictionary<object, object>? items;
    private BindingContext? bindingContext;

    public FunctionEntry Function => function;

    public FunctionInvocation Invocation => invocation;

    /// <summary>What the function returned; null until it has.</summary>
    public object? Result { get; set; }

    public override string InvocationId => invocationId ??= Interlocked.Increment(ref count).ToString("x8", CultureInfo.InvariantCulture);

    public override string FunctionId => function.Definition.Id;

    public override BindingContext BindingContext => bindingContext ??= new NamedValues(invocation.BindingData);

    public override FunctionDefinition FunctionDefinition => function.Definition;

    public override IServiceProvider InstanceServices { get; set; } = services;

    public override IDictionary<object, object> Items
    {
        get => items ??= new Dictionary<object, object>();
        set => items = value;
    }

    public override IInvocationFeatures Features => invocation.Features;

    public override CancellationToken CancellationToken => invocation.CancellationToken;

    private sealed class NamedValues(IReadOnlyDictionary<string, object?> values) : BindingContext
    {
        public override IReadOnlyDictionary<string, object?> BindingData => values;
    }
}
