namespace Rettidig.SelfHost.Storage;

/// <summary>
/// Named, typed values as bytes: a count, then name, type and value of each. Every value comes back with the type and
/// the bits it went in with. The numbers of the types are on disk: a new type gets a new number.
/// </summary>
public static class PropertyBlob
{
    private static readonly (Type Type, Action<BinaryWriter, object> Write)[] Codecs =
    [
        (typeof(string), (to, value) => to.Write((string)value)),
        (typeof(int), (to, value) => to.Write((int)value)),
        (typeof(long), (to, value) => to.Write((long)value)),
        (typeof(double), (to, value) => to.Write((double)value)),
        (typeof(bool), (to, value) => to.Write((bool)value)),
        (typeof(DateTimeOffset), WriteMoment),
        (typeof(Guid), (to, value) => to.Write(((Guid)value).ToByteArray())),
        (typeof(byte[]), WriteBytes),
        (typeof(DateTime), (to, value) => to.Write(((DateTime)value).ToBinary())),
        (typeof(TimeSpan), (to, value) => to.Write(((TimeSpan)value).Ticks)),
        (typeof(decimal), (to, value) => to.Write((decimal)value)),
        (typeof(float), (to, value) => to.Write((float)value)),
        (typeof(byte), (to, value) => to.Write((byte)value)),
        (typeof(sbyte), (to, value) => to.Write((sbyte)value)),
        (typeof(short), (to, value) => to.Write((short)value)),
        (typeof(ushort), (to, value) => to.Write((ushort)value)),
        (typeof(uint), (to, value) => to.Write((uint)value)),
        (typeof(ulong), (to, value) => to.Write((ulong)value)),
        (typeof(char), (to, value) => to.Write((ushort)(char)value)),
        (typeof(Uri), (to, value) => to.Write(((Uri)value).OriginalString)),
    ];

    private static readonly Dictionary<Type, byte> Numbers =
        Codecs.Select((codec, number) => (codec.Type, Number: (byte)number)).ToDictionary(pair => pair.Type, pair => pair.Number);

    /// <summary>Whether values of this type can be kept.</summary>
    public static bool Supports(Type type) => Numbers.ContainsKey(type);

    public static byte[] Encode(IReadOnlyCollection<KeyValuePair<string, object>> properties)
    {
        var bytes = new MemoryStream(256);
        using var writer = new BinaryWriter(bytes);
        writer.Write7BitEncodedInt(properties.Count);
        foreach ((string name, object value) in properties)
        {
            byte number = Numbers[value.GetType()];
            writer.Write(name);
            writer.Write(number);
            Codecs[number].Write(writer, value);
        }

        return bytes.ToArray();
    }

    public static Dictionary<string, object> Decode(byte[] blob)
    {
        var properties = new Dictionary<string, object>(StringComparer.Ordinal);
        DecodeInto(properties, blob);
        return properties;
    }

    /// <summary>Adds the properties to those that are there.</summary>
    /// <param name="properties">Gets the values by name.</param>
    /// <param name="blob">As <see cref="Encode"/> made it.</param>
    /// <param name="select">The names wanted; null: all.</param>
    public static void DecodeInto(Dictionary<string, object> properties, byte[] blob, IReadOnlySet<string>? select = null)
    {
        var reader = new BlobReader(blob);
        int count = reader.Count();
        properties.EnsureCapacity(properties.Count + count);
        for (int i = 0; i < count; i++)
        {
            string name = reader.Name();
            if (select is null || select.Contains(name))
            {
                properties[name] = reader.Value();
            }
            else
            {
                reader.Skip();
            }
        }
    }

    /// <summary>One property, or null where there is none: what stands before it is passed over.</summary>
    /// <param name="blob">As <see cref="Encode"/> made it.</param>
    /// <param name="name">Its name.</param>
    public static object? Find(byte[] blob, string name)
    {
        var reader = new BlobReader(blob);
        for (int left = reader.Count(); left > 0; left--)
        {
            if (reader.NameIs(name))
            {
                return reader.Value();
            }

            reader.Skip();
        }

        return null;
    }

    private static void WriteMoment(BinaryWriter to, object value)
    {
        var moment = (DateTimeOffset)value;
        to.Write(moment.Ticks);
        to.Write((short)moment.Offset.TotalMinutes);
    }

    private static void WriteBytes(BinaryWriter to, object value)
    {
        var bytes = (byte[])value;
        to.Write7BitEncodedInt(bytes.Length);
        to.Write(bytes);
    }
}
