using System.Text;

namespace Rettidig.Orchestrations.Placements;

/// <summary>A hash that is the same in every process and version; the one every string carries is neither.</summary>
public static class StableHash
{
    /// <summary>FNV-1a, 32 bits, over UTF-8, with the finishing mix of MurmurHash3 so that neighbouring ids lie apart.</summary>
    public static uint Of(string text)
    {
        uint hash = 2166136261;
        foreach (byte octet in Encoding.UTF8.GetBytes(text))
        {
            hash = unchecked((hash ^ octet) * 16777619);
        }

        hash = unchecked((hash ^ (hash >> 16)) * 0x85ebca6b);
        hash = unchecked((hash ^ (hash >> 13)) * 0xc2b2ae35);
        return hash ^ (hash >> 16);
    }
}
