namespace Microsoft.Azure.Functions.Worker;

/// <summary>What the trigger of an invocation knows by name.</summary>
public abstract class BindingContext
{
    protected BindingContext()
    {
    }

    public abstract IReadOnlyDictionary<string, object?> BindingData { get; }
}
