using Microsoft.AspNetCore.Http;

namespace Rettidig.Functions.Pages;

/// <summary>
/// The links of a page. A reader who came with a function key in the address keeps it from page to page; one who is
/// signed in otherwise has none to keep.
/// </summary>
public sealed record PageLinks(string? Key)
{
    public static PageLinks None { get; } = new((string?)null);

    public static PageLinks Of(HttpRequest request) => new(request.Query["code"].FirstOrDefault());

    /// <param name="path">Within this site; it may have a query.</param>
    public string To(string path) => string.IsNullOrEmpty(Key)
        ? path
        : $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}code={Uri.EscapeDataString(Key)}";
}
