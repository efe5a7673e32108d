namespace Rettidig.SelfHost.Tables;

/// <summary>Where an entity stands in its table.</summary>
public sealed record TableKey(string PartitionKey, string RowKey);

/// <summary>A page of a query, and where the next begins: after <see cref="End"/>, or nowhere when that is null.</summary>
public sealed record TablePage(IReadOnlyList<TableRow> Rows, TableKey? End);
