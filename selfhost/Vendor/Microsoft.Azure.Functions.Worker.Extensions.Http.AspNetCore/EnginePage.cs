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
            $"""<a href="?vis={one.Key}"{(one.Key == key ? " aria-current=\"page\"" : "")}><b>{numbers[i].ToString(CultureInfo.InvariantCulture)}</b> {one.Title.ToLowerInvariant()}</a>"""));
        IReadOnlyList<WatchedInstance> instances = engine.Watch.Instances(kind, MostShown);
        string next = counts.NextTimer is { } timer ? $"Næste tidspunkt er {Moment(timer)}." : "Ingen forløb venter på et tidspunkt.";
        return $"""
            <h1>Maskinen</h1><p>{next} {Number(counts.Activities, "aktivitet", "aktiviteter")} venter på at blive udført eller er i gang.</p>
            <nav>{tabs}</nav><h2>{title}</h2>{(instances.Count == 0 ? "<p>Ingen.</p>" : Table(instances))}
            {(instances.Count == MostShown ? $"<p>Kun de {MostShown} seneste er vist.</p>" : "")}
            """;
    }

    private static string Table(IReadOnlyList<WatchedInstance> instances) =>
        "<table><thead><tr><th>Forløb<th>Art<th>Sidst i gang<th>Vågner</tr></thead><tbody>"
        + string.Concat(instances.Select(instance =>
            $"""<tr><td><a href="?id={Uri.EscapeDataString(instance.Id)}">{Text(instance.Id)}</a>{(instance.Failure is { } failure ? $"<p class=\"fejl\">{Text(failure)}</p>" : "")}<td>{Text(instance.Name)}<td>{Moment(instance.UpdatedAt)}<td>{(instance.WakesAt is { } wakes ? Moment(wakes) : "")}</tr>"""))
        + "</tbody></table>";

    private string Instance(string id)
    {
        if (engine.Watch.Find(id) is not { } instance)
        {
            return $"""<h1>Maskinen</h1><p>Der er intet forløb med id {Text(id)}: det er slut og ryddet væk, eller id'et er skrevet forkert.</p><p><a href="?">Til oversigten</a></p>""";
        }

        IReadOnlyList<WatchedTurn> turns = engine.Watch.History(id);
        string history = turns.Count == 0
            ? "<p>Historien gemmes kun, til forløbet er slut.</p>"
            : "<table><thead><tr><th>Hvornår<th>Hvad der kom<th>Hvad der så blev bedt om</tr></thead><tbody>"
              + string.Concat(turns.Select(turn => $"<tr><td>{Moment(turn.Time)}<td>{Lines(turn.Received)}<td>{Lines(turn.Asked)}</tr>")) + "</tbody></table>";
        string title = Array.Find(Kinds, one => one.Kind == instance.Kind).Title;
        return $"""
            <p><a href="?">Til oversigten</a></p><h1>{Text(instance.Id)}</h1>
            <p>{Text(instance.Name)} · {title.ToLowerInvariant()} · sidst i gang {Moment(instance.UpdatedAt)}{(instance.WakesAt is { } wakes ? $" · vågner {Moment(wakes)}" : "")}</p>
            {(instance.Failure is { } failure ? $"<p class=\"fejl\">{Text(failure)}</p>" : "")}<h2>Historien</h2>{history}
            <p>Indholdet vises ikke: det kan handle om mennesker.</p>
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
        <html lang="da"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="referrer" content="no-referrer"><title>Maskinen</title>
        <style>body{font:16px/1.5 system-ui,sans-serif;color:#1d2b27;background:#f4f5f7;margin:0}main{max-width:68rem;margin:2rem auto;background:#fff;border:1px solid #dde1e6;border-radius:8px;padding:1.5rem 2rem;overflow-x:auto}
        h1{font-size:1.4rem;margin-top:0;overflow-wrap:anywhere}h2{font-size:1.1rem}a{color:#0f4c5c}nav{display:flex;gap:.5rem;flex-wrap:wrap}nav a{border:1px solid #dde1e6;border-radius:6px;padding:.4rem .9rem;text-decoration:none}nav a[aria-current]{background:#0f4c5c;color:#fff}
        table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.4rem .8rem .4rem 0;border-bottom:1px solid #eceff2;overflow-wrap:anywhere}td:nth-child(n+3){white-space:nowrap}.fejl{color:#a31515;margin:.2rem 0;white-space:normal}</style>
        </head><body><main>{{body}}</main></body></html>
        """;
}
