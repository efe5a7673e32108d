using Rettidig.Orchestrations.Digests;

namespace Rettidig.Functions.Notices;

/// <summary>One thing a mail held: a notice, or a manager's digest.</summary>
/// <param name="Key">The notice's key, or <c>digest:{municipality}:{manager}:{week}</c>.</param>
/// <param name="Reader">Whose mailbox a digest went to; null: the operator's.</param>
internal sealed record MailPart(string Key, string? Reader)
{
    private const string Digest = "digest:";

    public static string OfDigest(DigestOrder order) => OfDigest(order.Week.Municipality, $"{order.Manager}:{order.Week.Week}");

    /// <summary>Of a digest as its ledger names it: manager and week.</summary>
    public static string OfDigest(string municipality, string digest) => $"{Digest}{municipality}:{digest}";

    /// <summary>Three digits.</summary>
    public string Municipality => AsDigest()?.Municipality ?? Key.Split(':', 2)[0];

    /// <summary>Municipality, manager and week of a digest; null for a notice. The operator's name as a manager holds a colon.</summary>
    public (string Municipality, string Manager, string Week)? AsDigest()
    {
        if (!Key.StartsWith(Digest, StringComparison.Ordinal))
        {
            return null;
        }

        int week = Key.LastIndexOf(':');
        int manager = Key.IndexOf(':', Digest.Length);
        return (Key[Digest.Length..manager], Key[(manager + 1)..week], Key[(week + 1)..]);
    }
}
