using System.Buffers.Binary;
using System.Text;

namespace Rettidig.SelfHost.Storage;

/// <summary>Reads a <see cref="PropertyBlob"/> where it lies. Names come again and again, and are made once.</summary>
internal ref struct BlobReader(ReadOnlySpan<byte> bytes)
{
    private const int Names = 512;

    private static readonly string?[] Known = new string?[Names];

    /// <summary>How many bytes a value takes, by type; 0 for those that begin with their length.</summary>
    private static readonly byte[] Sizes = [0, 4, 8, 8, 1, 10, 16, 0, 8, 8, 16, 4, 1, 1, 2, 2, 4, 8, 2, 0];

    private static readonly object True = true;
    private static readonly object False = false;

    private ReadOnlySpan<byte> rest = bytes;

    public int Count() => Length();

    public string Name()
    {
        ReadOnlySpan<byte> name = Take(Length());
        ref string? known = ref Known[Hash(name) % Names];
        if (known is not { } found || !Same(found, name))
        {
            known = found = Encoding.UTF8.GetString(name);
        }

        return found;
    }

    /// <summary>Whether the next name is this one; it is passed over.</summary>
    public bool NameIs(string name)
    {
        ReadOnlySpan<byte> next = Take(Length());

        // A name with other letters than ASCII's has more bytes than characters.
        return Same(name, next) || (next.Length > name.Length && !Ascii.IsValid(name) && Encoding.UTF8.GetString(next) == name);
    }

    /// <summary>Passes over a value.</summary>
    public void Skip()
    {
        byte type = Take(1)[0];
        Take(type is 0 or 7 or 19 ? Length() : type < Sizes.Length ? Sizes[type] : throw Unknown(type));
    }

    /// <summary>The number of the type, then the value.</summary>
    public object Value() => Take(1)[0] switch
    {
        0 => Text(),
        1 => BinaryPrimitives.ReadInt32LittleEndian(Take(4)),
        2 => Long(),
        3 => BinaryPrimitives.ReadDoubleLittleEndian(Take(8)),
        4 => Take(1)[0] != 0 ? True : False,
        5 => new DateTimeOffset(Long(), new TimeSpan(0, BinaryPrimitives.ReadInt16LittleEndian(Take(2)), 0)),
        6 => new Guid(Take(16)),
        7 => Take(Length()).ToArray(),
        8 => DateTime.FromBinary(Long()),
        9 => new TimeSpan(Long()),
        10 => new decimal([Int(), Int(), Int(), Int()]),
        11 => BinaryPrimitives.ReadSingleLittleEndian(Take(4)),
        12 => Take(1)[0],
        13 => (sbyte)Take(1)[0],
        14 => BinaryPrimitives.ReadInt16LittleEndian(Take(2)),
        15 => BinaryPrimitives.ReadUInt16LittleEndian(Take(2)),
        16 => BinaryPrimitives.ReadUInt32LittleEndian(Take(4)),
        17 => BinaryPrimitives.ReadUInt64LittleEndian(Take(8)),
        18 => (char)BinaryPrimitives.ReadUInt16LittleEndian(Take(2)),
        19 => new Uri(Text(), UriKind.RelativeOrAbsolute),
        byte other => throw Unknown(other),
    };

    private static uint Hash(ReadOnlySpan<byte> name)
    {
        uint hash = (uint)name.Length;
        foreach (byte letter in name)
        {
            hash = (hash * 31) + letter;
        }

        return hash;
    }

    /// <summary>Names are of plain letters, nearly always: others are never the same here.</summary>
    private static bool Same(string known, ReadOnlySpan<byte> name) => Ascii.Equals(name, known);

    private static InvalidDataException Unknown(byte type) =>
        new($"Expected a type of property from 0 to 19, found {type}: the row was written by a newer version, or is damaged.");

    private string Text() => Encoding.UTF8.GetString(Take(Length()));

    private int Int() => BinaryPrimitives.ReadInt32LittleEndian(Take(4));

    private long Long() => BinaryPrimitives.ReadInt64LittleEndian(Take(8));

    /// <summary>Seven bits a byte, the lowest first.</summary>
    private int Length()
    {
        if (rest[0] < 0x80)
        {
            return Take(1)[0];
        }

        int length = 0;
        for (int shift = 0; shift < 35; shift += 7)
        {
            byte part = Take(1)[0];
            length |= (part & 0x7F) << shift;
            if (part < 0x80)
            {
                return length;
            }
        }

        throw new InvalidDataException("Expected a length of at most five bytes: the row is damaged.");
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        ReadOnlySpan<byte> taken = rest[..count];
        rest = rest[count..];
        return taken;
    }
}
