using Azure;
using Azure.Data.Tables;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Rettidig.Functions.Erasure;
using Rettidig.Functions.Rules;

namespace Rettidig.Functions.Departures;

/// <summary>What is held about a municipality: in numbers, and row by row.</summary>
public sealed class MunicipalityHoldings(MunicipalityTables tables, RuleBooks rules, ILogger<MunicipalityHoldings> logger)
{
    private static readonly string[] Keys = ["PartitionKey", "RowKey"];

    /// <summary>Counts everything; changes nothing.</summary>
    public async Task<MunicipalityCount> CountAsync(string municipality, DurableTaskClient client, CancellationToken cancellationToken)
    {
        var rows = new SortedDictionary<string, int>(StringComparer.Ordinal);
        int placements = 0;
        foreach ((TableClient table, string filter) in tables.Of(municipality))
        {
            await foreach (TableEntity row in table.QueryAsync<TableEntity>(filter, select: Keys, cancellationToken: cancellationToken))
            {
                rows[table.Name] = rows.GetValueOrDefault(table.Name) + 1;
                placements += table.Name == "CaseEvents" && row.RowKey == "head" ? 1 : 0;
            }
        }

        int instances = await MunicipalityInstances.ReadAsync(client, municipality).CountAsync(cancellationToken);
        return new MunicipalityCount(municipality, placements, rows, instances, rules.Chosen.Contains(municipality));
    }

    /// <summary>A page of one of its tables; null where the table is not known.</summary>
    /// <param name="municipality">Three digits.</param>
    /// <param name="table">The table's name.</param>
    /// <param name="after">What the page before gave as the next; null for the first.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<MunicipalityPage?> ReadAsync(string municipality, string table, string? after, CancellationToken cancellationToken)
    {
        if (tables.Of(municipality).FirstOrDefault(one => one.Table.Name == table) is not ({ } source, var filter))
        {
            return null;
        }

        await foreach (Page<TableEntity> page in source.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken).AsPages(after))
        {
            Log.HandedOut(logger, municipality, page.Values.Count, table);
            return new MunicipalityPage(table, [.. page.Values.Select(RowJson.Typed)], page.ContinuationToken is { Length: > 0 } next ? next : null);
        }

        return new MunicipalityPage(table, [], null);
    }
}
