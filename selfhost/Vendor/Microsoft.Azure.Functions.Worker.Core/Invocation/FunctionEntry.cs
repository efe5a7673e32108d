using System.Reflection;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Rettidig.SelfHost.Counting;

namespace Rettidig.Compat.Functions;

/// <summary>A function of the app: its method, its trigger, and how to call it.</summary>
internal sealed class FunctionEntry
{
    private readonly FunctionExecutionDelegate pipeline;
    private readonly IServiceScopeFactory scopes;

    public FunctionEntry(FunctionMethod function, FunctionPipeline middleware, IReadOnlyList<IParameterBinding> bindings, IServiceScopeFactory scopes)
    {
        Name = function.Name;
        Method = function.Method;
        TriggerParameter = function.TriggerParameter;
        Trigger = function.Trigger;
        Definition = new EmbeddedFunctionDefinition(function.Name, function.Method);
        this.scopes = scopes;
        pipeline = middleware.Around(new FunctionCall(function, bindings).RunAsync);
    }

    /// <summary>The name given in <c>[Function("…")]</c>.</summary>
    public string Name { get; }

    public MethodInfo Method { get; }

    public ParameterInfo TriggerParameter { get; }

    /// <summary>The attribute on <see cref="TriggerParameter"/>.</summary>
    public Attribute Trigger { get; }

    public EmbeddedFunctionDefinition Definition { get; }

    /// <summary>Runs the function through the middleware and returns what it returned; its exceptions pass unchanged.</summary>
    public async Task<object?> InvokeAsync(FunctionInvocation invocation)
    {
        Operations.Count("function", Name);
        if (invocation.Services is { } owned)
        {
            return await RunAsync(invocation, owned);
        }

        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        invocation.Services = scope.ServiceProvider;
        return await RunAsync(invocation, scope.ServiceProvider);
    }

    private async Task<object?> RunAsync(FunctionInvocation invocation, IServiceProvider services)
    {
        var context = new EmbeddedFunctionContext(this, invocation, services);
        invocation.Context = context;
        await pipeline(context);
        return context.Result;
    }
}
