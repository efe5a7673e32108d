using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Rettidig.SelfHost.Durable;

/// <summary>Version 5 UUIDs (RFC 9562): the same name gives the same id.</summary>
internal static class DeterministicGuid
{
    /// <summary>The name space that Durable Task uses for the ids of orchestrators.</summary>
    private static readonly byte[] NameSpace = new Guid("9e952958-5e33-4daf-827f-2fa12937b875").ToByteArray(bigEndian: true);

    public static Guid Of(string name)
    {
        byte[] input = [.. NameSpace, .. Encoding.UTF8.GetBytes(name)];
        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
        // RFC 9562 prescribes SHA-1; nothing secret rests on it.
        SHA1.HashData(input, hash);
        Span<byte> id = hash[..16];
        BinaryPrimitives.WriteUInt16BigEndian(id[6..], (ushort)((BinaryPrimitives.ReadUInt16BigEndian(id[6..]) & 0x0FFF) | 0x5000));
        id[8] = (byte)((id[8] & 0x3F) | 0x80);
        return new Guid(id, bigEndian: true);
    }
}
