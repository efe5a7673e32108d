using System.Globalization;
using System.Text.Json;
using Azure.Core;
using Rettidig.SelfHost.Tables;

namespace Azure.Data.Tables;

internal sealed partial class RestTransport
{
    private const string NextTable = "NextTableName";
    private const string NextPartition = "NextPartitionKey";
    private const string NextRow = "NextRowKey";

    public override Task<TransportPage> QueryTablesAsync(string? filter, int? maxPerPage, string? continuation, CancellationToken cancellationToken) =>
        PageAsync("Tables", [("$filter", filter), ("$top", Top(maxPerPage)), (NextTable, continuation)], response => Header(response, NextTable), cancellationToken);

    public override Task<TransportPage> QueryAsync(
        string table, string? filter, IEnumerable<string>? select, int? maxPerPage, string? continuation, CancellationToken cancellationToken)
    {
        (string Partition, string Row)? next = PageToken.Read(continuation);
        return PageAsync(
            table + "()",
            [("$filter", filter), ("$select", select is null ? null : string.Join(',', select)), ("$top", Top(maxPerPage)), (NextPartition, next?.Partition), (NextRow, next?.Row)],
            ToToken,
            cancellationToken);
    }

    private async Task<TransportPage> PageAsync(
        string path, (string Name, string? Value)[] query, Func<Response, string?> next, CancellationToken cancellationToken)
    {
        Response response = Good(await SendAsync(new TableRequest(RequestMethod.Get, path + Query(query)), cancellationToken).ConfigureAwait(false));
        using JsonDocument json = JsonDocument.Parse(response.Content);
        return new TransportPage([.. json.RootElement.GetProperty("value").EnumerateArray().Select(entity => TableEntity.Over(EntityJson.Read(entity)))], next(response), response);
    }

    private static string? Top(int? maxPerPage) =>
        maxPerPage is { } size ? Math.Clamp(size, 1, TableLimits.RowsPerPage).ToString(CultureInfo.InvariantCulture) : null;

    private static string Query((string Name, string? Value)[] parameters)
    {
        string[] given = [.. parameters.Where(parameter => !string.IsNullOrEmpty(parameter.Value)).Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(parameter.Value!)}")];
        return given.Length == 0 ? "" : "?" + string.Join('&', given);
    }

    private static string? Header(Response response, string name) =>
        response.Headers.TryGetValue("x-ms-continuation-" + name, out string? value) && value.Length > 0 ? value : null;

    /// <summary>The service may leave out the row.</summary>
    private static string? ToToken(Response response) =>
        Header(response, NextPartition) is { } partition ? PageToken.Of(partition, Header(response, NextRow) ?? "") : null;
}
