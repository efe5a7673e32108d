using Azure.Data.Tables;

namespace Rettidig.Functions.Erasure;

/// <summary>A row that is about a placement.</summary>
/// <param name="Table">Where it is.</param>
/// <param name="Row">What it holds.</param>
internal sealed record HeldRow(TableClient Table, TableEntity Row);
