namespace Rettidig.Orchestrations.Watch;

/// <summary>The register of what must be followed.</summary>
public interface IOpenPlacements
{
    /// <summary>The municipalities that have ever sent an event, in ordinal order.</summary>
    Task<IReadOnlyList<string>> MunicipalitiesAsync(CancellationToken cancellationToken);

    /// <summary>The open placements of one of them.</summary>
    IAsyncEnumerable<OpenPlacement> OpenAsync(string municipality, CancellationToken cancellationToken);
}
