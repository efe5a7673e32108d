using System.Diagnostics.CodeAnalysis;
using System.Net;
using Azure.Core;
using Rettidig.SelfHost.Tables;

namespace Azure.Data.Tables;

/// <summary>An answer put together here: what the service would have said, or one part of what it said to a transaction.</summary>
internal sealed class ComposedResponse(int status, IReadOnlyDictionary<string, string> headers, byte[]? content = null) : Response
{
    private static readonly Dictionary<string, string> NoHeaders = [];

    public ComposedResponse(int status, string? etag = null)
        : this(status, etag is null ? NoHeaders : new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["ETag"] = etag })
    {
    }

    public override int Status => status;

    public override string ReasonPhrase => ((HttpStatusCode)status).ToString();

    public override Stream? ContentStream { get; set; } = content is null ? null : new MemoryStream(content, writable: false);

    public override string ClientRequestId { get; set; } = "";

    public static Response Written(long? version) => new ComposedResponse(204, version is { } written ? TableETag.Of(written) : null);

    public override void Dispose()
    {
        // The content is in memory, and stays readable as that of the real package's responses does.
    }

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value) => headers.TryGetValue(name, out value);

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = TryGetHeader(name, out string? value) ? [value] : null;
        return values is not null;
    }

    protected override bool ContainsHeader(string name) => headers.ContainsKey(name);

    protected override IEnumerable<HttpHeader> EnumerateHeaders() => headers.Select(header => new HttpHeader(header.Key, header.Value));
}
