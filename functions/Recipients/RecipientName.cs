using Rettidig.Domain;

namespace Rettidig.Functions.Recipients;

/// <summary>
/// How a recipient is named in bundles and in the ledger. Staff go by their id; the others hold a <c>:</c>, which no
/// staff id can.
/// </summary>
public static class RecipientName
{
    /// <summary>What the operator must mend: placements without a decision, sites without an address.</summary>
    public const string Operator = "operator:faults";

    /// <summary>Reminders that nobody else could be found for.</summary>
    public const string OperatorInstead = "operator:reminders";

    private const string SitePrefix = "site:";

    /// <summary>One placement's site; two placements at the same site get a mail each, since the link in it is to one.</summary>
    public static string Site(PlacementKey placement, string site) => $"{SitePrefix}{placement.Placement}:{site}";

    public static bool IsOperator(string recipient) => recipient is Operator or OperatorInstead;

    public static bool IsSite(string recipient) => recipient.StartsWith(SitePrefix, StringComparison.Ordinal);

    /// <summary>As files and pages show it: the staff id, the site's id or <c>operator</c>; null where nobody was written to.</summary>
    public static string? Shown(string? recipient) => recipient?.Split(':') switch
    {
        null => null,
        ["site", .., var site] => site,
        ["operator", ..] => "operator",
        _ => recipient,
    };
}
