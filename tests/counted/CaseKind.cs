namespace Rettidig.ReadCounts;

/// <summary>What a long case is like.</summary>
public enum CaseKind
{
    /// <summary>As cases are: what is begun is mostly done, by those it concerns.</summary>
    Everyday,

    /// <summary>Every type of event as often as any other, of few sites, meetings and decisions, so that they meet.</summary>
    EveryType,

    /// <summary>The same, but each event is about a site, a meeting, a decision of its own, and custody never changes: next to nothing is closed.</summary>
    NothingMeets,

    /// <summary>Every type of event, all of them on twenty days.</summary>
    FewDays,
}
