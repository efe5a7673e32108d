using System.Net;
using System.Net.Http.Headers;

namespace SendGrid;

/// <summary>SendGrid's answer. The header <c>X-Message-Id</c> names the mail in its events.</summary>
public class Response
{
    public Response(HttpStatusCode statusCode, HttpContent responseBody, HttpResponseHeaders responseHeaders)
    {
        StatusCode = statusCode;
        Body = responseBody;
        Headers = responseHeaders;
    }

    public HttpStatusCode StatusCode { get; set; }

    public bool IsSuccessStatusCode => (int)StatusCode is >= 200 and <= 299;

    /// <summary>Empty at 202; otherwise JSON that says what was wrong.</summary>
    public HttpContent Body { get; set; }

    public HttpResponseHeaders Headers { get; set; }

    /// <summary>The headers by name, values of the same name with commas between.</summary>
    public virtual Dictionary<string, string> DeserializeResponseHeaders(HttpResponseHeaders? headers = null) =>
        (headers ?? Headers).ToDictionary(header => header.Key, header => string.Join(",", header.Value));
}
