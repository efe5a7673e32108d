using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rettidig.SelfHost.Durable;
using Rettidig.SelfHost.Hosting;

namespace Rettidig.Compat.Functions;

/// <summary>The page <c>/maskine</c>: what the engine is doing, for the person who looks after it. In Azure the portal has one.</summary>
internal sealed class EnginePage(DurableEngine engine, AccessToken token)
{
    private const int MostShown = 200;

    /// <summary>As the product's own pages look.</summary>
    private const string Style = """
        *{box-sizing:border-box}body{margin:0;background:#f3f5f6;color:#1d2b33;font:16px/1.5 "Segoe UI",system-ui,"Noto Sans",Arial,sans-serif}
        header{background:#0f4c5c}header div,main,footer{max-width:1040px;margin:0 auto;padding:0 20px}header div{display:flex;flex-wrap:wrap;align-items:baseline;gap:4px 24px;padding-top:14px;padding-bottom:14px}
        header a{color:#fff;text-decoration:none;padding:2px 0}header a[aria-current]{border-bottom:2px solid #fff}header .name{font-size:20px;font-weight:600}
        main{padding-top:28px;padding-bottom:40px}footer{padding-top:16px;padding-bottom:32px;color:#51616b;font-size:14px}
        h1{font-size:28px;line-height:1.25;margin:0 0 6px;font-weight:600;overflow-wrap:anywhere}h2{font-size:20px;margin:32px 0 10px;font-weight:600}p{margin:0 0 10px;max-width:68ch}a{color:#1f5f8b}
        nav{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:12px;margin:20px 0}nav a{background:#fff;border:1px solid #d9e0e4;border-top:4px solid #d9e0e4;border-radius:8px;padding:14px 16px;color:inherit;text-decoration:none}
        nav b{display:block;font-size:32px;line-height:1.15;font-weight:600}nav a[aria-current]{border-top-color:#0f4c5c;box-shadow:inset 0 0 0 1px #0f4c5c}nav .fejlet b{color:#a3201d}
        .rul{overflow-x:auto}table{width:100%;border-collapse:collapse;background:#fff;border:1px solid #d9e0e4}th,td{text-align:left;vertical-align:top;padding:9px 12px;border-bottom:1px solid #d9e0e4}
        th{font-size:14px;color:#51616b;font-weight:600;white-space:nowrap}td{overflow-wrap:anywhere}td.tid{white-space:nowrap;font-variant-numeric:tabular-nums}.fejl{color:#a3201d;margin:4px 0 0}
        """;

    private static readonly (WatchedKind Kind, string Key, string Title)[] Kinds =
    [
        (WatchedKind.Running, "i-gang", "I gang"),
        (WatchedKind.Waiting, "venter", "Venter"),
        (WatchedKind.Failed, "fejlet", "Fejlet"),
        (WatchedKind.Ended, "slut", "Slut"),
    ];

    public void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/maskine", AnswerAsync);

    private async Task AnswerAsync(HttpContext http)
    {
        if (!KeyRequest.Passes(http, token))
        {
            await KeyRequest.RefuseAsync(http);
            return;
        }

        string body = http.Request.Query["id"].FirstOrDefault() is { Length: > 0 } id ? Instance(id) : Overview(http.Request.Query["vis"].FirstOrDefault());
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        await http.Response.WriteAsync(Frame(body), Encoding.UTF8);
    }

    private string Overview(string? shown)
    {
        EngineCounts counts = engine.Watch.Counts();
        long[] numbers = [counts.Running, counts.Waiting, counts.Failed, counts.Ended];
        (WatchedKind kind, string key, string title) = Array.Find(Kinds, one => one.Key == shown) is { Key: not null } asked ? asked
            : Kinds[counts.Failed > 0 ? 2 : counts.Running > 0 ? 0 : 1];
        string tabs = string.Concat(Kinds.Select((one, i) =>
            $"""<a href="?vis={one.Key}"{(one.Kind == WatchedKind.Failed && numbers[i] > 0 ? " class=\"fejlet\"" : "")}{(one.Key == key ? " aria-current=\"page\"" : "")}><b>{numbers[i].ToString(CultureInfo.InvariantCulture)}</b> {one.Title.ToLowerInvariant()}</a>"""));
        IReadOnlyList<WatchedInstance> instances = engine.Watch.Instances(kind, MostShown);
        string next = counts.NextTimer is { } timer ? $"Næste tidspunkt er {Moment(timer)}." : "Ingen forløb venter på et tidspunkt.";
        return $"""
            <h1>Maskinen</h1><p>{next} {Number(counts.Activities, "aktivitet", "aktiviteter")} venter på at blive udført eller er i gang.</p>
            <nav>{tabs}</nav><h2>{title}</h2>{(instances.Count == 0 ? "<p>Ingen.</p>" : Table(instances))}
            {(instances.Count == MostShown ? $"<p>Kun de {MostShown} seneste er vist.</p>" : "")}
            """;
    }

    private static string Table(IReadOnlyList<WatchedInstance> instances) =>
        "<div class=\"rul\"><table><thead><tr><th>Forløb<th>Art<th>Sidst i gang<th>Vågner</tr></thead><tbody>"
        + string.Concat(instances.Select(instance =>
            $"""<tr><td><a href="?id={Uri.EscapeDataString(instance.Id)}">{Text(instance.Id)}</a>{(instance.Failure is { } failure ? $"<p class=\"fejl\">{Text(failure)}</p>" : "")}<td>{Text(instance.Name)}<td class="tid">{Moment(instance.UpdatedAt)}<td class="tid">{(instance.WakesAt is { } wakes ? Moment(wakes) : "")}</tr>"""))
        + "</tbody></table></div>";

    private string Instance(string id)
    {
        if (engine.Watch.Find(id) is not { } instance)
        {
            return $"""<h1>Maskinen</h1><p>Der er intet forløb med id {Text(id)}: det er slut og ryddet væk, eller id'et er skrevet forkert.</p><p><a href="?">Til oversigten</a></p>""";
        }

        IReadOnlyList<WatchedTurn> turns = engine.Watch.History(id);
        string history = turns.Count == 0
            ? "<p>Historien gemmes kun, til forløbet er slut.</p>"
            : "<div class=\"rul\"><table><thead><tr><th>Hvornår<th>Hvad der kom<th>Hvad der så blev bedt om</tr></thead><tbody>"
              + string.Concat(turns.Select(turn => $"<tr><td class=\"tid\">{Moment(turn.Time)}<td>{Lines(turn.Received)}<td>{Lines(turn.Asked)}</tr>")) + "</tbody></table></div>";
        string title = Array.Find(Kinds, one => one.Kind == instance.Kind).Title;
        return $"""
            <p><a href="?">Til oversigten</a></p><h1>{Text(instance.Id)}</h1>
            <p>{Text(instance.Name)} · {title.ToLowerInvariant()} · sidst i gang {Moment(instance.UpdatedAt)}{(instance.WakesAt is { } wakes ? $" · vågner {Moment(wakes)}" : "")}</p>
            {(instance.Failure is { } failure ? $"<p class=\"fejl\">{Text(failure)}</p>" : "")}<h2>Historien</h2>{history}
            """;
    }

    private static string Lines(IReadOnlyList<string> lines) => string.Join("<br>", lines.Select(Text));

    private static string Text(string text) => HtmlEncoder.Default.Encode(text);

    private static string Number(long count, string one, string many) => $"{count.ToString(CultureInfo.InvariantCulture)} {(count == 1 ? one : many)}";

    /// <summary>In the time of the clock on the wall, as people write it.</summary>
    private static string Moment(DateTimeOffset moment) =>
        TimeZoneInfo.ConvertTime(moment, TimeZoneInfo.FindSystemTimeZoneById("Europe/Copenhagen")).ToString("dd-MM-yyyy HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Frame(string body) => $$"""
        <!doctype html>
        <html lang="da"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer"><title>Maskinen – Rettidig</title><link rel="icon" href="data:,">
        <style>{{Style}}</style></head>
        <body><header><div><a class="name" href="/">Rettidig</a><a href="/">Overblik</a><a href="/outbox">Udbakke</a><a href="/maskine" aria-current="page">Maskinen</a></div></header>
        <main>{{body}}</main>
        <footer>Siden viser forløbenes navne og tidspunkter, aldrig deres indhold: det kan handle om mennesker.</footer></body></html>
        """;
}
