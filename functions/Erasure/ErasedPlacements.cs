using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;
using Rettidig.Domain;
using Rettidig.Domain.Calendar;
using Rettidig.Functions.Storage;

namespace Rettidig.Functions.Erasure;

/// <summary>
/// What is left of placements that were erased: a fingerprint each, so that a late event does not bring one back unseen,
/// and counts by year. Nobody can be found from either without already having the reference.
/// </summary>
public sealed class ErasedPlacements(Tables tables, TimeProvider time)
{
    private const int MostTries = 10;

    /// <summary>Whether a placement was erased.</summary>
    public async Task<bool> ContainsAsync(PlacementKey placement, CancellationToken cancellationToken) =>
        await tables.Erased.FindAsync(placement.Municipality, Fingerprint(placement), cancellationToken) is not null;

    /// <summary>How many were erased in a year, and what they held.</summary>
    public async Task<ErasureCounts> CountsAsync(string municipality, int year, CancellationToken cancellationToken) =>
        Counts(await tables.Erased.FindAsync(municipality, CountRow(year), cancellationToken));

    /// <summary>Notes one, and counts it once however often it is noted.</summary>
    internal async Task AddAsync(PlacementKey placement, ErasureCounts held, CancellationToken cancellationToken)
    {
        for (int tries = 0; tries < MostTries && !await ContainsAsync(placement, cancellationToken); tries++)
        {
            try
            {
                await tables.Erased.SubmitTransactionAsync(await ActionsAsync(placement, held, cancellationToken), cancellationToken);
            }
            catch (RequestFailedException lost) when (lost.Status is 409 or 412)
            {
                // Another erasure was counted in the same moment.
            }
        }
    }

    private async Task<TableTransactionAction[]> ActionsAsync(PlacementKey placement, ErasureCounts held, CancellationToken cancellationToken)
    {
        string row = CountRow(CopenhagenTime.DateOf(time.Now()).Year);
        TableEntity? counted = await tables.Erased.FindAsync(placement.Municipality, row, cancellationToken);
        ErasureCounts sum = Counts(counted).Plus(held);
        var next = new TableEntity(placement.Municipality, row)
        {
            ["Placements"] = sum.Placements,
            ["Events"] = sum.Events,
            ["Obligations"] = sum.Obligations,
            ["Notices"] = sum.Notices,
        };
        return
        [
            new(TableTransactionActionType.Add, new TableEntity(placement.Municipality, Fingerprint(placement))),
            counted is null ? new(TableTransactionActionType.Add, next) : new(TableTransactionActionType.UpdateReplace, next, counted.ETag),
        ];
    }

    private static ErasureCounts Counts(TableEntity? row) => row is null
        ? new ErasureCounts(0, 0, 0, 0)
        : new ErasureCounts(row.GetInt32("Placements") ?? 0, row.GetInt32("Events") ?? 0, row.GetInt32("Obligations") ?? 0, row.GetInt32("Notices") ?? 0);

    private static string CountRow(int year) => string.Create(CultureInfo.InvariantCulture, $"n:{year:D4}");

    private static string Fingerprint(PlacementKey placement) =>
        "p:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(placement.Partition)));
}
