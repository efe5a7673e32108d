using Azure.Data.Tables;
using Rettidig.Functions.Storage;

namespace Rettidig.Functions.Departures;

/// <summary>
/// Where the rows of a municipality are, in every table: what is counted, handed out and taken away when it moves out are
/// the same by construction. A table that is not here fails the test that looks through all of them.
/// </summary>
public sealed class MunicipalityTables(Tables tables)
{
    /// <summary>Whether a row of one of the tables is the municipality's.</summary>
    internal static bool Holds(string municipality, TableClient table, TableEntity row)
    {
        string own = municipality + ":";
        return table.Name switch
        {
            nameof(Tables.Municipalities) => row.PartitionKey == "all" && row.RowKey == municipality,
            nameof(Tables.CaseEvents) or nameof(Tables.Obligations) or nameof(Tables.Notices) => row.PartitionKey.StartsWith(own, StringComparison.Ordinal),
            nameof(Tables.Mails) => row.RowKey.StartsWith(own, StringComparison.Ordinal) || row.RowKey.StartsWith("digest:" + own, StringComparison.Ordinal),
            _ => row.PartitionKey == municipality,
        };
    }

    /// <summary>In the order they are emptied: first what makes work begin, last what says that something was erased.</summary>
    internal IReadOnlyList<(TableClient Table, string Filter)> Of(string municipality)
    {
        string own = TableClient.CreateQueryFilter($"PartitionKey eq {municipality}");
        // Keys that begin with the number: ';' is the character after ':'.
        string placements = TableClient.CreateQueryFilter($"PartitionKey gt {municipality + ":"} and PartitionKey lt {municipality + ";"}");
        string listed = TableClient.CreateQueryFilter($"PartitionKey eq {"all"} and RowKey eq {municipality}");
        string mails = TableClient.CreateQueryFilter(
            $"(RowKey ge {municipality + ":"} and RowKey lt {municipality + ";"}) or (RowKey ge {"digest:" + municipality + ":"} and RowKey lt {"digest:" + municipality + ";"})");
        return
        [
            (tables.Municipalities, listed),
            (tables.Unreconciled, own),
            (tables.Placements, own),
            (tables.OpenByDue, own),
            (tables.Outbox, own),
            (tables.CaseEvents, placements),
            (tables.Obligations, placements),
            (tables.Notices, placements),
            (tables.Mails, mails),
            (tables.Uncertain, own),
            (tables.Ended, own),
            (tables.Digests, own),
            (tables.Staff, own),
            (tables.RuleVersions, own),
            (tables.Erased, own),
        ];
    }
}
