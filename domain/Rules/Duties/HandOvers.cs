using Rettidig.Domain.Cases;
using Rettidig.Domain.Events.Facts;

namespace Rettidig.Domain.Rules.Duties;

/// <summary>The plans that were handed over, as several duties ask for them.</summary>
internal static class HandOvers
{
    /// <summary>All to the site that an occurrence concerns.</summary>
    public static ReadOnlySpan<Recorded<ChildPlanHandedOver>> ToSite(Situation s) =>
        s.File.About<ChildPlanHandedOver>(static handOver => handOver.Fact.Site, s.Anchor.Site);

    /// <summary>Those of them that were in writing.</summary>
    public static ReadOnlySpan<Recorded<ChildPlanHandedOver>> InWritingToSite(Situation s) =>
        s.File.About<ChildPlanHandedOver>(static handOver => handOver.Fact.Form == HandOverForm.Written ? handOver.Fact.Site : null, s.Anchor.Site);

    /// <summary>The first to the site an occurrence concerns that brought a version or a newer one.</summary>
    public static Recorded<ChildPlanHandedOver>? FirstToSite(Situation s, int version) =>
        FirstOf(s.File.About(NewToASite, static handOver => handOver.Fact.Site, s.Anchor.Site), version);

    /// <summary>The first to the site where the child lived that day that brought a version or a newer one.</summary>
    public static Recorded<ChildPlanHandedOver>? FirstToChild(CaseFile file, int version) => FirstOf(file.Once(NewToChild), version);

    private static Recorded<ChildPlanHandedOver>? FirstOf(ReadOnlySpan<Recorded<ChildPlanHandedOver>> newer, int version) =>
        CaseOrder.First(newer, version, static (handOver, wanted) => handOver.Fact.Version >= wanted) is var i && i < newer.Length ? newer[i] : null;

    /// <summary>What brought a site a newer version than it had: only these can be the first with some version, and their versions rise.</summary>
    private static IEnumerable<Recorded<ChildPlanHandedOver>> NewToASite(CaseFile file)
    {
        var newest = new Dictionary<string, int>(StringComparer.Ordinal);
        return file.All<ChildPlanHandedOver>().Where(handOver => IsNewer(newest, handOver.Fact.Site, handOver));
    }

    /// <summary>The same, wherever the child lived.</summary>
    private static IEnumerable<Recorded<ChildPlanHandedOver>> NewToChild(CaseFile file)
    {
        var newest = new Dictionary<string, int>(StringComparer.Ordinal);
        return file.All<ChildPlanHandedOver>().Where(handOver => file.SiteOn(handOver.Day)?.Id == handOver.Fact.Site && IsNewer(newest, "", handOver));
    }

    private static bool IsNewer(Dictionary<string, int> newest, string where, Recorded<ChildPlanHandedOver> handOver)
    {
        bool isNewer = !newest.TryGetValue(where, out int version) || handOver.Fact.Version > version;
        newest[where] = isNewer ? handOver.Fact.Version : version;
        return isNewer;
    }
}
