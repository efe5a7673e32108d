using System.Globalization;

namespace Rettidig.SelfHost.Tables;

/// <summary>The service's ETag of an entity: its timestamp, URL-encoded, as a weak tag.</summary>
public static class TableETag
{
    private const string Prefix = "W/\"datetime'";
    private const string Suffix = "'\"";
    private const string Moment = "yyyy-MM-ddTHH'%3A'mm'%3A'ss.fffffffZ";

    public static string Of(long version) =>
        Prefix + new DateTime(version, DateTimeKind.Utc).ToString(Moment, CultureInfo.InvariantCulture) + Suffix;

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
