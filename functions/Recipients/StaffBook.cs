using Azure.Data.Tables;
using Rettidig.Domain.Events;
using Rettidig.Functions.Storage;

namespace Rettidig.Functions.Recipients;

/// <summary>The staff of each municipality, as the case system last told of them.</summary>
public sealed class StaffBook(Tables tables)
{
    /// <summary>Keeps what an event says of someone, unless a later one is kept already.</summary>
    public async Task KeepAsync(StaffEvent read, CancellationToken cancellationToken)
    {
        TableEntity? known = await tables.Staff.FindAsync(read.Municipality, read.Member.Id, cancellationToken);
        TableEntity row = Row(read);
        if (known is null)
        {
            await tables.Staff.AddEntityAsync(row, cancellationToken);
        }
        else if (known.GetInstant("Time") < read.Time)
        {
            await tables.Staff.UpdateEntityAsync(row, known.ETag, TableUpdateMode.Replace, cancellationToken);
        }
    }

    /// <summary>Everyone in a municipality, as of now.</summary>
    public async Task<StaffDirectory> ReadAsync(string municipality, CancellationToken cancellationToken)
    {
        var members = new List<StaffMember>();
        await foreach (TableEntity row in tables.Staff.PartitionAsync(municipality, cancellationToken))
        {
            members.Add(Member(row));
        }

        return new StaffDirectory(members);
    }

    private static TableEntity Row(StaffEvent read) => new(read.Municipality, read.Member.Id)
    {
        ["Name"] = read.Member.Name,
        ["Email"] = read.Member.Email,
        ["Role"] = read.Member.Role.ToString(),
        ["Team"] = read.Member.Team,
        ["Leader"] = read.Member.Leader,
        ["AbsentFrom"] = read.Member.AbsentFrom.Iso(),
        ["AbsentTo"] = read.Member.AbsentTo.Iso(),
        ["Substitute"] = read.Member.Substitute,
        ["Time"] = read.Time.ToDateTimeOffset(),
    };

    private static StaffMember Member(TableEntity row) => new(
        row.RowKey,
        row.Text("Name"),
        row.Text("Email"),
        Enum.Parse<StaffRole>(row.Text("Role")),
        row.Text("Team"),
        row.GetString("Leader"),
        row.GetDate("AbsentFrom"),
        row.GetDate("AbsentTo"),
        row.GetString("Substitute"));
}
