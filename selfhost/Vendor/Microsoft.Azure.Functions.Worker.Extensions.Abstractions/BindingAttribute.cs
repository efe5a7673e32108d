namespace Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

/// <summary>Where a value of a function comes from or goes to.</summary>
[AttributeUsage(AttributeTargets.Method)]
public abstract class BindingAttribute : Attribute
{
    public BindingAttribute()
    {
    }
}
