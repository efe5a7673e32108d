using Azure.Data.Tables;
using Rettidig.Domain;
using Rettidig.Domain.Events;

namespace Rettidig.Functions.Events;

/// <summary>The log of one placement as it lies in the table.</summary>
/// <param name="placement">Whose.</param>
/// <param name="rows">Its event rows, in order.</param>
public sealed class StoredLog(PlacementKey placement, IReadOnlyList<TableEntity> rows)
{
    /// <summary>Whose.</summary>
    public PlacementKey Placement => placement;

    /// <summary>The events, read from their JSON each time: most of the work of reading a log.</summary>
    public IEnumerable<CaseEvent> Events => rows.Select(CaseFiles.Read);
}
