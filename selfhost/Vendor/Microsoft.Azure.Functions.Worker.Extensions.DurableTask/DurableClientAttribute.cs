using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Marks a parameter that gets the <see cref="Microsoft.DurableTask.Client.DurableTaskClient"/>.</summary>
public sealed class DurableClientAttribute : InputBindingAttribute
{
    /// <summary>The embedded engine has one hub, whatever is named here.</summary>
    public string? TaskHub { get; set; }

    /// <summary>The embedded engine has one store, whatever is named here.</summary>
    public string? ConnectionName { get; set; }
}
