namespace Rettidig.Domain.Cases;

/// <summary>The order of facts in a case. It rests on what the facts say, never on the order they arrived in.</summary>
internal static class CaseOrder
{
    public static readonly IComparer<IRecorded> Comparer = Comparer<IRecorded>.Create(Compare);

    public static int Compare(IRecorded a, IRecorded b)
    {
        int byDay = a.Day.CompareTo(b.Day);
        int byTime = byDay != 0 ? byDay : a.Time.CompareTo(b.Time);
        int bySource = byTime != 0 ? byTime : string.CompareOrdinal(a.Source, b.Source);
        return bySource != 0 ? bySource : string.CompareOrdinal(a.Id, b.Id);
    }
}
