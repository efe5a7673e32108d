using System.Diagnostics.CodeAnalysis;
using System.Net;
using Azure.Core;
using Rettidig.SelfHost.Tables;

namespace Azure.Data.Tables;

/// <summary>The answer that the service would have given: status and ETag.</summary>
internal sealed class EmbeddedResponse(int status, string? etag = null) : Response
{
    public override int Status => status;

    public override string ReasonPhrase => ((HttpStatusCode)status).ToString();

    public override Stream? ContentStream { get; set; }

    public override string ClientRequestId { get; set; } = "";

    public static Response Written(long? version) => new EmbeddedResponse(204, version is { } written ? TableETag.Of(written) : null);

    public override void Dispose()
    {
    }

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value)
    {
        value = name.Equals("ETag", StringComparison.OrdinalIgnoreCase) ? etag : null;
        return value is not null;
    }

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = TryGetHeader(name, out string? value) ? [value] : null;
        return values is not null;
    }

    protected override bool ContainsHeader(string name) => TryGetHeader(name, out _);

    protected override IEnumerable<HttpHeader> EnumerateHeaders() => etag is null ? [] : [new HttpHeader("ETag", etag)];
}
