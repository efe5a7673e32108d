using System.Text.Json.Nodes;

namespace Rettidig.Functions.Departures;

/// <summary>Some of the rows of a municipality.</summary>
/// <param name="Table">Where they are.</param>
/// <param name="Rows">As they are; an event as it came.</param>
/// <param name="Next">What to ask for the next with; null at the end of the table.</param>
public sealed record MunicipalityPage(string Table, IReadOnlyList<JsonObject> Rows, string? Next);
