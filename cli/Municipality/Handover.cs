using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rettidig.Cli.Service;
using Rettidig.Cli.Terminal;
using Rettidig.Functions.Departures;

namespace Rettidig.Cli.Municipality;

/// <summary>
/// The files a municipality takes along: its events as they came, for <c>rettidig send</c> in another installation, and every
/// row there is, a JSON object a line.
/// </summary>
internal static class Handover
{
    public const string Events = "haendelser.jsonl";
    public const string Rows = "raekker.jsonl";

    private static readonly JsonSerializerOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The staff, as they are now: nobody is reminded before it is known who they are.</summary>
    private const string First = "Staff";

    /// <summary>Without this row <see cref="Copy"/> takes no file for whole: one that was broken off does not have it.</summary>
    private const string Last = "Municipalities";

    public static Task<(int Events, int Rows)> WriteAsync(Screen screen, ServiceAddress service, MunicipalityCount count, string folder, CancellationToken cancellation) =>
        screen.ProgressAsync(progress => WriteAsync(service, count, folder, progress, cancellation));

    /// <summary>The tables in the order they are written.</summary>
    internal static IEnumerable<string> InOrder(IEnumerable<string> tables) => [First, .. tables.Where(table => table is not (First or Last)), Last];

    private static async Task<(int Events, int Rows)> WriteAsync(
        ServiceAddress service, MunicipalityCount count, string folder, Action<double, string> progress, CancellationToken cancellation)
    {
        StreamWriter eventFile = Create(folder, Events);
        StreamWriter rowFile = Create(folder, Rows);
        try
        {
            await using (eventFile)
            await using (rowFile)
            {
                return await WriteAsync(service, count, eventFile, rowFile, progress, cancellation);
            }
        }
        catch
        {
            // Half of it is no copy, and it is personal data.
            File.Delete(Path.Combine(folder, Events));
            File.Delete(Path.Combine(folder, Rows));
            throw;
        }
    }

    private static async Task<(int Events, int Rows)> WriteAsync(
        ServiceAddress service, MunicipalityCount count, StreamWriter eventFile, StreamWriter rowFile, Action<double, string> progress, CancellationToken cancellation)
    {
        int events = 0;
        int rows = 0;
        foreach (string table in InOrder(count.Tables.Keys))
        {
            await foreach (JsonObject row in RunningService.MunicipalityRowsAsync(service, count.Municipality, table, cancellation))
            {
                await rowFile.WriteLineAsync(new JsonObject { ["table"] = table, ["row"] = row.DeepClone() }.ToJsonString(OneLine));
                progress(Math.Min(1, (double)++rows / count.Rows), $"{Words.Number(rows)} af {Words.Number(count.Rows)} rækker");
                if (EventOf(table, row, count.Municipality) is { } cloudEvent)
                {
                    await eventFile.WriteLineAsync(cloudEvent.ToJsonString(OneLine));
                    events++;
                }
            }
        }

        return (events, rows);
    }

    private static JsonObject? EventOf(string table, JsonObject row, string municipality) => table switch
    {
        "CaseEvents" => row["Payload"]?.DeepClone().AsObject(),
        "Staff" => StaffEvent.Of(row, municipality),
        _ => null,
    };

    private static StreamWriter Create(string folder, string name)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            throw Refused.AsWritten($"Mappen {folder} kan ikke oprettes: vælg en anden med --out.");
        }

        return PrivateFile.Create(Path.Combine(folder, name));
    }
}
