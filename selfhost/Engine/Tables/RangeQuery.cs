using System.Text;
using Rettidig.SelfHost.Storage;
using Rettidig.SelfHost.Tables.Filters;

namespace Rettidig.SelfHost.Tables;

/// <param name="select">How it begins, with the parameters $1 and so on.</param>
/// <param name="given">Their values.</param>
/// <summary>Builds the SELECT over a range of keys. Few texts come out of it, so that each is prepared once.</summary>
internal sealed class RangeQuery(string select, params object[] given)
{
    private readonly StringBuilder sql = new(select, 256);
    private readonly List<object?> arguments = [.. given];

    public void And(string comparison, string value)
    {
        arguments.Add(value);
        sql.Append(" AND ").Append(comparison).Append(" $").Append(arguments.Count);
    }

    public void And(Interval interval, string column)
    {
        if (interval.Low is { } low)
        {
            And(column + (interval.LowIncluded ? " >=" : " >"), low);
        }

        if (interval.High is { } high)
        {
            And(column + (interval.HighIncluded ? " <=" : " <"), high);
        }
    }

    public void After(TableKey? key)
    {
        if (key is not null)
        {
            arguments.Add(key.PartitionKey);
            arguments.Add(key.RowKey);
            sql.Append(" AND (pk, rk) > ($").Append(arguments.Count - 1).Append(", $").Append(arguments.Count).Append(')');
        }
    }

    public List<TableRow> Run(SqliteSession session, int limit, Func<SqliteRow, TableRow> read)
    {
        arguments.Add(limit);
        sql.Append(" ORDER BY pk, rk LIMIT $").Append(arguments.Count);
        return session.Query(sql.ToString(), read, arguments.ToArray());
    }
}
