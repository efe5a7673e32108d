namespace Rettidig.Compat.Functions;

/// <summary>Names the <see cref="IEmbeddedExtension"/> of an assembly; the host finds it where the app references the assembly.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
internal sealed class EmbeddedExtensionAttribute(Type extension) : Attribute
{
    public Type Extension => extension;
}
