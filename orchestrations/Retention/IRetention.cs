using Microsoft.DurableTask.Client;

namespace Rettidig.Orchestrations.Retention;

/// <summary>Where it is known which placements ended so long ago that they must not be kept.</summary>
public interface IRetention
{
    /// <summary>Erases some of those of a municipality.</summary>
    /// <returns>How many; fewer than asked for when there are no more.</returns>
    Task<int> EraseAsync(string municipality, int atMost, DurableTaskClient client, CancellationToken cancellationToken);
}
