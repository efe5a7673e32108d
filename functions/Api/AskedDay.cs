using Microsoft.AspNetCore.Http;
using NodaTime;
using NodaTime.Text;

namespace Rettidig.Functions.Api;

/// <summary>The day a reader asks for: <c>?on=2026-06-30</c>.</summary>
internal static class AskedDay
{
    public const string Expected = "Parameteren on er ikke en dato: skriv den som on=2026-06-30, eller udelad den for at se i dag.";

    private const string Name = "on";

    /// <summary>False where something was asked for that is no date; null where nothing was.</summary>
    public static bool TryRead(HttpRequest request, out LocalDate? day)
    {
        string text = request.Query[Name].ToString();
        ParseResult<LocalDate> parsed = LocalDatePattern.Iso.Parse(text);
        day = parsed.Success ? parsed.Value : null;
        return parsed.Success || text.Length == 0;
    }
}
