using Microsoft.AspNetCore.Http;

namespace Rettidig.Functions.Pages;

/// <summary>
/// Answers with a page. It loads nothing from anywhere, runs no script, is not kept by caches, and does not tell
/// the next site where the reader came from: an address here can hold a case reference or a signed link.
/// </summary>
public sealed class HtmlResult(string html, int status = StatusCodes.Status200OK) : IResult
{
    private const string Policy =
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public Task ExecuteAsync(HttpContext httpContext)
    {
        HttpResponse response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "no-store";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        return response.WriteAsync(html, httpContext.RequestAborted);
    }
}
