namespace Rettidig.Functions.Mail;

/// <summary>A mail read back from its file.</summary>
/// <param name="Headers">In order, unfolded and decoded.</param>
/// <param name="Kind">Null when the file was not written by Rettidig.</param>
/// <param name="Date">Null when the header cannot be read.</param>
/// <param name="Text">The text part; empty when only headers were read.</param>
/// <param name="Html">The HTML part; empty when only headers were read.</param>
public sealed record MailOnFile(
    IReadOnlyList<KeyValuePair<string, string>> Headers, MailKind? Kind, DateTimeOffset? Date, string Text, string Html)
{
    public string Subject => Header("Subject");

    public string To => Header("To");

    public string From => Header("From");

    public string Header(string name) =>
        Headers.FirstOrDefault(header => string.Equals(header.Key, name, StringComparison.OrdinalIgnoreCase)).Value ?? "";
}
