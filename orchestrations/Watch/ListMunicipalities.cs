using Microsoft.Azure.Functions.Worker;

namespace Rettidig.Orchestrations.Watch;

/// <summary>Which municipalities there are.</summary>
public sealed class ListMunicipalities(IOpenPlacements register)
{
    [Function(nameof(ListMunicipalities))]
    public Task<IReadOnlyList<string>> RunAsync([ActivityTrigger] string? unused, CancellationToken cancellationToken) =>
        register.MunicipalitiesAsync(cancellationToken);
}
