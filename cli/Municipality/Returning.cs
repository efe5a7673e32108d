using System.Text.Json.Nodes;
using Rettidig.Cli.Service;
using Rettidig.Cli.Terminal;

namespace Rettidig.Cli.Municipality;

/// <summary>Puts a copy of a municipality back, some rows at a time.</summary>
internal static class Returning
{
    /// <summary>With the largest events there are, a request of some megabytes.</summary>
    private const int AtOnce = 100;

    public static Task PutAsync(Screen screen, ServiceAddress service, string municipality, Copy copy, CancellationToken cancellation) =>
        screen.ProgressAsync(progress => PutAsync(service, municipality, copy, progress, cancellation));

    private static async Task<bool> PutAsync(ServiceAddress service, string municipality, Copy copy, Action<double, string> progress, CancellationToken cancellation)
    {
        int done = 0;
        var some = new List<JsonObject>();
        string? table = null;
        foreach ((string of, JsonObject row) in copy.InOrder().Append(("", [])))
        {
            if (table is not null && (of != table || some.Count == AtOnce))
            {
                await RunningService.PutRowsAsync(service, municipality, table, some, cancellation);
                done += some.Count;
                some.Clear();
                progress((double)done / copy.Rows, $"{Words.Number(done)} af {Words.Number(copy.Rows)} rækker");
            }

            table = of;
            some.Add(row);
        }

        return true;
    }
}
