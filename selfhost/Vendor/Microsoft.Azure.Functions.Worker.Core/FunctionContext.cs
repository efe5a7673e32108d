namespace Microsoft.Azure.Functions.Worker;

/// <summary>One invocation of a function: which function, its services, and what the parts of the invocation leave for each other.</summary>
public abstract class FunctionContext
{
    protected FunctionContext()
    {
    }

    /// <summary>Unique for this invocation.</summary>
    public abstract string InvocationId { get; }

    /// <summary>Stable for the function.</summary>
    public abstract string FunctionId { get; }

    /// <summary>What the trigger knows by name, such as the parameters of a route.</summary>
    public abstract BindingContext BindingContext { get; }

    public abstract FunctionDefinition FunctionDefinition { get; }

    /// <summary>The services of this invocation; scoped ones live as long as it does.</summary>
    public abstract IServiceProvider InstanceServices { get; set; }

    /// <summary>Values that middleware and function share during the invocation.</summary>
    public abstract IDictionary<object, object> Items { get; set; }

    public abstract IInvocationFeatures Features { get; }

    /// <summary>Cancelled when the host stops and does not wait any longer.</summary>
    public virtual CancellationToken CancellationToken { get; }
}
