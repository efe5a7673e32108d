using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;
using Rettidig.SelfHost.Hosting;

namespace Rettidig.Compat.Functions;

/// <summary>
/// The key that came with a request: in a header for programs, in the address for links, and for a person's browser in a
/// cookie once it has been in the address. In Azure the platform's own sign-in does this.
/// </summary>
internal static class KeyRequest
{
    private const string Cookie = "functions-key";
    private static readonly TimeSpan CookieLasts = TimeSpan.FromHours(12);

    /// <summary>Whether the request may pass. A key in the address of a page is remembered for the working day.</summary>
    public static bool Passes(HttpContext http, AccessToken token)
    {
        if (http.Request.Headers.TryGetValue("x-functions-key", out var header))
        {
            return token.Matches(header.ToString());
        }

        if (token.Matches(http.Request.Query["code"].FirstOrDefault()))
        {
            Remember(http, token);
            return true;
        }

        // Only for looking: a page of another site must not be able to act with it.
        return HttpMethods.IsGet(http.Request.Method) && token.Matches(http.Request.Cookies[Cookie]);
    }

    /// <summary>Answers a request without the right key: a person gets a page to type it in, a program the bare status.</summary>
    public static async Task RefuseAsync(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        if (!HttpMethods.IsGet(http.Request.Method) || !http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal))
        {
            return;
        }

        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        await http.Response.WriteAsync(Page(http.Request), Encoding.UTF8);
    }

    private static void Remember(HttpContext http, AccessToken token) =>
        http.Response.Cookies.Append(Cookie, token.Value, new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
            MaxAge = CookieLasts,
            IsEssential = true,
        });

    private static string Page(HttpRequest request)
    {
        HtmlEncoder encoder = HtmlEncoder.Default;
        string kept = string.Concat(request.Query
            .Where(parameter => parameter.Key != "code")
            .Select(parameter => $"""<input type="hidden" name="{encoder.Encode(parameter.Key)}" value="{encoder.Encode(parameter.Value.ToString())}">"""));
        string wrong = request.Query.ContainsKey("code") ? "<p role=\"alert\" style=\"color:#a31515\">Nøglen passer ikke.</p>" : "";
        return $"""
            <!doctype html>
            <html lang="da"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="referrer" content="no-referrer"><title>Adgangsnøgle</title></head>
            <body style="font:16px/1.5 system-ui,sans-serif;color:#1d2b27;background:#f4f5f7;margin:0">
            <main style="max-width:26rem;margin:12vh auto;background:#fff;border:1px solid #dde1e6;border-radius:8px;padding:2rem">
            <h1 style="font-size:1.3rem;margin-top:0">Siden er kun for medarbejdere</h1>
            {wrong}<form method="get" action="{encoder.Encode(request.Path)}">{kept}
            <label for="code">Adgangsnøgle</label><br>
            <input id="code" name="code" type="password" autocomplete="current-password" required autofocus style="font:inherit;width:100%;box-sizing:border-box;padding:.5rem;margin:.3rem 0 1rem">
            <button style="font:inherit;padding:.5rem 1.2rem;border:0;border-radius:6px;background:#0f4c5c;color:#fff">Åbn</button></form>
            <p style="color:#5a6670;font-size:.9rem;margin-bottom:0">Nøglen står i filen <code>token</code> i tjenestens datamappe.</p>
            </main></body></html>
            """;
    }
}
