using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging;
using Rettidig.Functions.Notices;
using Rettidig.Functions.Placements;
using Rettidig.Functions.Storage;

namespace Rettidig.Functions.Erasure;

/// <summary>
/// What is held about one of the staff: who they are, and what was sent to them. Events and reminders of placements name
/// them by id alone; those are the placement's, are shown on request, and go with it.
/// </summary>
public sealed class StaffRecords(Tables tables, OpenPlacements open, TimeProvider time, ILogger<StaffRecords> logger)
{
    /// <summary>Null where nothing is held.</summary>
    public async Task<JsonObject?> ReadAsync(string municipality, string id, CancellationToken cancellationToken)
    {
        List<HeldRow> rows = await OwnAsync(municipality, id, cancellationToken);
        rows.AddRange(await RowsAsync(tables.Notices, TableClient.CreateQueryFilter(
            $"PartitionKey gt {municipality + ":"} and PartitionKey lt {municipality + ";"} and Recipient eq {id}"), cancellationToken));
        string[] placements = await open.AllAsync(municipality, cancellationToken)
            .Where(placement => placement.Caseworker == id).Select(placement => placement.Placement.Subject).ToArrayAsync(cancellationToken);
        if (rows.Count == 0 && placements.Length == 0)
        {
            return null;
        }

        Log.ExportedStaff(logger, municipality, rows.Count);
        return new JsonObject
        {
            ["staff"] = SubjectOf(municipality, id),
            ["exportedAt"] = time.GetUtcNow(),
            ["tables"] = RowJson.Tables(rows),
            ["openPlacements"] = new JsonArray([.. placements.Select(placement => (JsonNode)placement)]),
        };
    }

    /// <summary>Takes away who they are and what was sent to them. Repeating it changes nothing.</summary>
    public async Task<ErasureReport> EraseAsync(string municipality, string id, CancellationToken cancellationToken)
    {
        List<HeldRow> rows = await OwnAsync(municipality, id, cancellationToken);
        foreach (HeldRow row in rows)
        {
            await row.Table.RemoveAsync(row.Row.PartitionKey, row.Row.RowKey, cancellationToken);
        }

        if (rows.Count > 0)
        {
            Log.ErasedStaff(logger, municipality, rows.Count);
        }

        return new ErasureReport(SubjectOf(municipality, id), Known: true, rows.Count, Done: true);
    }

    private async Task<List<HeldRow>> OwnAsync(string municipality, string id, CancellationToken cancellationToken) =>
    [
        .. await RowsAsync(tables.Staff, TableClient.CreateQueryFilter($"PartitionKey eq {municipality} and RowKey eq {id}"), cancellationToken),
        .. await RowsAsync(tables.Digests, TableClient.CreateQueryFilter($"PartitionKey eq {municipality} and RowKey gt {id + ":"} and RowKey lt {id + ";"}"), cancellationToken),
        .. await RowsAsync(tables.Uncertain, TableClient.CreateQueryFilter($"PartitionKey eq {municipality} and Recipient eq {id}"), cancellationToken),
        .. (await RowsAsync(tables.Mails, DigestMails(municipality), cancellationToken)).Where(mail =>
            mail.Row.GetString("Reader") == id || mail.Row.RowKey.StartsWith(MailPart.OfDigest(municipality, id + ":"), StringComparison.Ordinal)),
    ];

    private static string DigestMails(string municipality)
    {
        string all = MailPart.OfDigest(municipality, "");
        return TableClient.CreateQueryFilter($"RowKey gt {all} and RowKey lt {all[..^1] + ";"}");
    }

    private static async Task<List<HeldRow>> RowsAsync(TableClient table, string filter, CancellationToken cancellationToken) =>
        await table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken).Select(row => new HeldRow(table, row)).ToListAsync(cancellationToken);

    private static string SubjectOf(string municipality, string id) => $"{municipality}/staff/{id}";
}
