namespace Rettidig.SelfHost.Tables.Filters;

/// <summary>The order of text in filters and in the index alike: by code point, which is the order of its UTF-8 bytes.</summary>
internal static class KeyOrder
{
    public static int Compare(string left, string right)
    {
        int common = left.AsSpan().CommonPrefixLength(right);
        return common < left.Length && common < right.Length
            ? Rank(left[common]).CompareTo(Rank(right[common]))
            : left.Length.CompareTo(right.Length);
    }

    /// <summary>Surrogates stand for the code points above all others, though their numbers are lower than U+E000 … U+FFFF.</summary>
    private static int Rank(char unit) => char.IsSurrogate(unit) ? unit + 0x10000 : unit;
}
