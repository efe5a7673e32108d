using System.Globalization;

namespace Azure.Data.Tables;

/// <summary>Writes values into OData filters, quoted and escaped by their type.</summary>
internal static class TableOdataFilter
{
    public static string Create(FormattableString filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        object[] literals = [.. filter.GetArguments().Select(Literal)];
        return string.Format(CultureInfo.InvariantCulture, filter.Format, literals);
    }

    public static string Literal(object? value) => value switch
    {
        null => "null",
        string text => Quote(text),
        char text => Quote(text.ToString()),
        bool flag => flag ? "true" : "false",
        int or short or byte or sbyte or ushort => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        long or uint or ulong => Convert.ToString(value, CultureInfo.InvariantCulture) + "L",
        double number => Real(number),
        float number => Real(number),
        DateTimeOffset moment => Moment(moment.UtcDateTime),
        DateTime moment => Moment(moment.ToUniversalTime()),
        Guid guid => $"guid'{guid:D}'",
        byte[] bytes => $"X'{Convert.ToHexString(bytes)}'",
        BinaryData data => $"X'{Convert.ToHexString(data)}'",
        _ => throw new ArgumentException($"A filter cannot hold a {value.GetType()}. Use string, int, long, double, bool, DateTimeOffset, DateTime, Guid, byte[] or BinaryData."),
    };

    private static string Quote(string text) => "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";

    private static string Moment(DateTime utc) => $"datetime'{utc.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture)}'";

    private static string Real(double number)
    {
        string text = number.ToString("R", CultureInfo.InvariantCulture);
        return text.AsSpan().IndexOfAny('.', 'E', 'N') >= 0 || text.Contains("Inf", StringComparison.Ordinal) ? text : text + ".0";
    }
}
