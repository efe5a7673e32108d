using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;
using Rettidig.Domain.Events;
using Rettidig.Functions.Erasure;
using Rettidig.Functions.Storage;

namespace Rettidig.Functions.Events;

/// <summary>
/// The append-only log of a placement. An event, its id against doubles and the head are written in one transaction, so
/// that the log has no holes and no doubles whoever writes at the same time.
/// </summary>
public sealed class CaseLog(Tables tables, ErasedPlacements erased)
{
    internal const string Head = "head";

    /// <summary>
    /// On the head: a name given to each log when it begins. A placement that is erased with its municipality, or put back
    /// from a copy, gets another log under the same key.
    /// </summary>
    internal const string Name = "Log";

    // Each try loses only to another append that won, so a placement with this many writers at once does not exist.
    private const int MostTries = 20;

    /// <summary>Appends an event. A double is found and changes nothing.</summary>
    public async Task<Appended> AppendAsync(CaseEvent read, BinaryData payload, CancellationToken cancellationToken)
    {
        string partition = read.Placement.Partition;
        for (int tries = 0; tries < MostTries; tries++)
        {
            TableEntity? head = await tables.CaseEvents.FindAsync(partition, Head, cancellationToken);
            if (head is null && await erased.ContainsAsync(read.Placement, cancellationToken))
            {
                return new Appended(0, IsDouble: false, IsRefused: true);
            }

            long seq = (head?.GetInt64("Seq") ?? 0) + 1;
            if (await TryAppendAsync(read, payload, seq, head, cancellationToken))
            {
                return new Appended(seq, IsDouble: false);
            }

            if (await tables.CaseEvents.FindAsync(partition, IdRow(read), cancellationToken) is { } earlier)
            {
                return new Appended(earlier.GetInt64("Seq") ?? 0, IsDouble: true);
            }
        }

        throw new InvalidOperationException($"Expected to append to the log of {read.Placement} within {MostTries} tries, but others kept writing. The message will be delivered again.");
    }

    internal static string EventRow(long seq) => $"e:{seq:D10}";

    internal static string NewName() => Guid.NewGuid().ToString("N");

    private static string IdRow(CaseEvent read) =>
        "id:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{read.Source}\n{read.Id}")));

    private async Task<bool> TryAppendAsync(CaseEvent read, BinaryData payload, long seq, TableEntity? head, CancellationToken cancellationToken)
    {
        string partition = read.Placement.Partition;
        var entry = new TableEntity(partition, EventRow(seq))
        {
            ["Payload"] = payload.ToArray(),
            ["ReceivedAt"] = read.ReceivedAt.ToDateTimeOffset(),
            ["Type"] = read.Type,
        };
        var newHead = new TableEntity(partition, Head) { ["Seq"] = seq, [Name] = head?.GetString(Name) ?? NewName() };
        TableTransactionAction[] actions =
        [
            new(TableTransactionActionType.Add, entry),
            new(TableTransactionActionType.Add, new TableEntity(partition, IdRow(read)) { ["Seq"] = seq }),
            head is null
                ? new(TableTransactionActionType.Add, newHead)
                : new(TableTransactionActionType.UpdateReplace, newHead, head.ETag),
        ];
        try
        {
            await tables.CaseEvents.SubmitTransactionAsync(actions, cancellationToken);
            return true;
        }
        catch (RequestFailedException lost) when (lost.Status is 404 or 409 or 412)
        {
            return false;
        }
    }
}
