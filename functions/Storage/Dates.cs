using System.Globalization;
using Azure.Data.Tables;
using NodaTime;
using NodaTime.Text;
using Rettidig.Domain.Calendar;

namespace Rettidig.Functions.Storage;

/// <summary>Dates and moments as rows hold them: ISO text for dates, so that they sort; UTC for moments.</summary>
internal static class Dates
{
    public static string Iso(this LocalDate date) => DanishDates.Iso(date);

    public static string? Iso(this LocalDate? date) => date?.Iso();

    /// <summary>Of what <see cref="Iso(LocalDate)"/> wrote: rows hold many, and a pattern takes its time.</summary>
    public static LocalDate ParseDate(string text) =>
        text is [_, _, _, _, '-', _, _, '-', _, _]
            ? new LocalDate(Number(text.AsSpan(0, 4)), Number(text.AsSpan(5, 2)), Number(text.AsSpan(8, 2)))
            : LocalDatePattern.Iso.Parse(text).Value;

    /// <summary>A text every row of its table has.</summary>
    public static string Text(this TableEntity row, string name) =>
        row.GetString(name) ?? throw new InvalidOperationException($"Bug in what wrote the row: expected the column {name} in {row.PartitionKey} {row.RowKey}, found none.");

    public static LocalDate? GetDate(this TableEntity row, string name) =>
        row.GetString(name) is { } text ? ParseDate(text) : null;

    public static Instant? GetInstant(this TableEntity row, string name) =>
        row.GetDateTimeOffset(name) is { } moment ? Instant.FromDateTimeOffset(moment) : null;

    private static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    public static Instant Now(this TimeProvider time) => Instant.FromDateTimeOffset(time.GetUtcNow());
}
