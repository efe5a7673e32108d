using System.Diagnostics.CodeAnalysis;

namespace Azure.Data.Tables;

/// <summary>Whom an Entra token is for: the tables of one of the Azure clouds, or a URL of one's own.</summary>
public readonly struct TableAudience : IEquatable<TableAudience>
{
    private const string DefaultScope = "/.default";
    private readonly string value;

    /// <param name="value">The URL of the resource, e.g. <c>https://storage.azure.com</c>.</param>
    public TableAudience(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        this.value = value;
    }

    public static TableAudience AzureChina { get; } = new("AzureChina");

    public static TableAudience AzureGovernment { get; } = new("AzureGov");

    public static TableAudience AzurePublicCloud { get; } = new("AzurePublic");

    public static implicit operator TableAudience(string value) => new(value);

    public static bool operator ==(TableAudience left, TableAudience right) => left.Equals(right);

    public static bool operator !=(TableAudience left, TableAudience right) => !left.Equals(right);

    public bool Equals(TableAudience other) => string.Equals(value, other.value, StringComparison.OrdinalIgnoreCase);

    public override bool Equals([NotNullWhen(true)] object? obj) => obj is TableAudience other && Equals(other);

    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(value ?? "");

    public override string ToString() => value;

    /// <summary>The scope to ask a token for.</summary>
    internal string Scope()
    {
        string resource = value switch
        {
            "AzureChina" => "https://storage.azure.cn",
            "AzureGov" => "https://storage.azure.us",
            "AzurePublic" => "https://storage.azure.com",
            _ => value.TrimEnd('/'),
        };
        return resource.EndsWith(DefaultScope, StringComparison.OrdinalIgnoreCase) ? resource : resource + DefaultScope;
    }
}
