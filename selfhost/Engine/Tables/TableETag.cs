using System.Globalization;

namespace Rettidig.SelfHost.Tables;

/// <summary>The service's ETag of an entity: its timestamp, URL-encoded, as a weak tag.</summary>
public static class TableETag
{
    private const string Prefix = "W/\"datetime'";
    private const string Suffix = "'\"";
    private const string Moment = "yyyy-MM-ddTHH'%3A'mm'%3A'ss.fffffffZ";

    /// <summary>Every row that is read has one, so it is put together from the format that is quickest to write.</summary>
    public static string Of(long version)
    {
        Span<char> moment = stackalloc char["yyyy-MM-ddTHH:mm:ss.fffffffZ".Length];
        new DateTime(version, DateTimeKind.Utc).TryFormat(moment, out _, "O", CultureInfo.InvariantCulture);
        return $"{Prefix}{moment[..13]}%3A{moment[14..16]}%3A{moment[17..]}{Suffix}";
    }

    /// <summary>The version that a condition asks for; null for <c>*</c> and for no condition.</summary>
    /// <exception cref="TableError">400 when it is not a tag that this store gives.</exception>
    public static long? VersionOf(string? ifMatch)
    {
        if (ifMatch is null or "*")
        {
            return null;
        }

        bool framed = ifMatch.StartsWith(Prefix, StringComparison.Ordinal) && ifMatch.EndsWith(Suffix, StringComparison.Ordinal);
        string text = framed ? ifMatch[Prefix.Length..^Suffix.Length].Replace("%3a", "%3A", StringComparison.Ordinal) : "";
        return DateTime.TryParseExact(text, Moment, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out DateTime moment)
            ? moment.Ticks
            : throw TableError.BadInput($"The condition {ifMatch} is not an ETag of an entity. Pass the ETag that was read, or * for any.");
    }
}
