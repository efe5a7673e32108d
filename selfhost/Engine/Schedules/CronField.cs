using System.Globalization;
using System.Numerics;

namespace Rettidig.SelfHost.Schedules;

/// <summary>One field of an NCRONTAB expression: which of its values occur.</summary>
internal readonly struct CronField
{
    private readonly ulong values;

    private CronField(ulong values) => this.values = values;

    /// <summary>Reads a list of values, ranges and steps, as NCRONTAB does: a range written backwards is turned round, <c>5/15</c> goes from 5 to the end.</summary>
    /// <exception cref="FormatException">Names the field, what is wrong in it and what it takes.</exception>
    public static CronField Parse(string text, CronFieldKind kind)
    {
        ulong values = 0;
        foreach (string item in text.Split(','))
        {
            values |= ItemOf(item, kind);
        }

        return new CronField(values);
    }

    public bool Has(int value) => (values >> value & 1) == 1;

    /// <summary>The first value from <paramref name="start"/> on; null when none is left.</summary>
    public int? From(int start)
    {
        ulong left = start > 63 ? 0 : values >> start << start;
        return left == 0 ? null : BitOperations.TrailingZeroCount(left);
    }

    private static ulong ItemOf(string item, CronFieldKind kind)
    {
        string[] stepped = item.Split('/');
        int step = stepped.Length switch
        {
            1 => 1,
            2 when int.TryParse(stepped[1], NumberStyles.None, CultureInfo.InvariantCulture, out int every) && every > 0 => every,
            _ => throw kind.Broken(item),
        };
        (int first, int last) = RangeOf(stepped[0], kind, openEnded: stepped.Length == 2);
        ulong values = 0;
        for (int value = first; value <= last; value += step)
        {
            values |= 1UL << value;
        }

        return values;
    }

    private static (int First, int Last) RangeOf(string range, CronFieldKind kind, bool openEnded)
    {
        if (range == "*")
        {
            return (kind.Least, kind.Greatest);
        }

        string[] ends = range.Split('-');
        switch (ends.Length)
        {
            case 1:
                int value = kind.ValueOf(ends[0]);
                return (value, openEnded ? kind.Greatest : value);
            case 2:
                int first = kind.ValueOf(ends[0]);
                int last = kind.ValueOf(ends[1]);
                return (Math.Min(first, last), Math.Max(first, last));
            default:
                throw kind.Broken(range);
        }
    }
}
