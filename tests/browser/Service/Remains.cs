using System.Security.Cryptography;
using Azure.Data.Tables;
using Rettidig.Functions.Notices;
using Rettidig.Functions.Storage;

namespace Rettidig.Browser.Tests.Service;

/// <summary>What a service left in its tables, read after it has ended.</summary>
internal sealed record Remains(
    IReadOnlyList<string> Events,
    IReadOnlyList<string> Obligations,
    IReadOnlyList<string> OpenList,
    IReadOnlyList<string> Digests,
    IReadOnlyList<string> NoticeKeys,
    IReadOnlyList<TableEntity> Notices)
{
    public static async Task<Remains> ReadAsync(ServiceFolder folder)
    {
        var tables = new Tables(new TableServiceClient($"Embedded={Path.Combine(folder.Data, "rettidig.db")}"));
        TableEntity[] notices = await RowsAsync(tables.Notices);
        return new Remains(
            [.. (await RowsAsync(tables.CaseEvents)).Where(row => row.RowKey.StartsWith("e:", StringComparison.Ordinal))
                .Select(row => $"{row.PartitionKey} {Convert.ToHexStringLower(SHA256.HashData(row.GetBinary("Payload")!))}").Order(StringComparer.Ordinal)],
            Keys(await RowsAsync(tables.Obligations), "Due", "Status", "ClosedOn", "Defects"),
            Keys(await RowsAsync(tables.OpenByDue)),
            Keys(await RowsAsync(tables.Digests)),
            Keys(notices),
            notices);
    }

    /// <summary>How often sending a notice was broken off without anyone knowing whether it went.</summary>
    public static int Ambiguous(TableEntity notice) => notice.GetInt32("Ambiguous") ?? 0;

    /// <summary>Whether the mail service has it.</summary>
    public static bool WasSent(TableEntity notice) => notice.GetString("State") == nameof(NoticeState.Sent);

    private static string[] Keys(IEnumerable<TableEntity> rows, params string[] columns) =>
        [.. rows.Select(row => string.Join(' ', [row.PartitionKey, row.RowKey, .. columns.Select(column => row.GetString(column) ?? "-")])).Order(StringComparer.Ordinal)];

    private static async Task<TableEntity[]> RowsAsync(TableClient table)
    {
        var rows = new List<TableEntity>();
        await foreach (TableEntity row in table.QueryAsync<TableEntity>())
        {
            rows.Add(row);
        }

        return [.. rows];
    }
}
