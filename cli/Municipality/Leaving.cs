using Rettidig.Cli.Service;
using Rettidig.Cli.Terminal;
using Rettidig.Functions.Departures;

namespace Rettidig.Cli.Municipality;

/// <summary>Takes everything of a municipality away, piece by piece.</summary>
internal static class Leaving
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>A look on its way may write once more after nothing was there.</summary>
    private const int TimesEmpty = 2;

    /// <summary>What is running ends in seconds; a service that needs longer than this is not well.</summary>
    private const int MostTriesWithoutRows = 60;

    public static Task<(int Rows, int Instances)> EraseAsync(Screen screen, ServiceAddress service, MunicipalityCount count, CancellationToken cancellation) =>
        screen.ProgressAsync(progress => EraseAsync(service, count, progress, cancellation));

    private static async Task<(int Rows, int Instances)> EraseAsync(
        ServiceAddress service, MunicipalityCount count, Action<double, string> progress, CancellationToken cancellation)
    {
        int rows = 0;
        int idle = 0;
        for (int empty = 0; empty < TimesEmpty;)
        {
            MunicipalityErased piece = await RunningService.EraseMunicipalityAsync(service, count.Municipality, cancellation);
            rows += piece.Rows;
            progress(Math.Min(1, (double)rows / Math.Max(1, count.Rows)), $"{Words.Number(rows)} rækker slettet");
            empty = piece.Done ? empty + 1 : 0;
            idle = piece.Rows == 0 ? idle + 1 : 0;
            if (idle > MostTriesWithoutRows || rows > count.Rows * 2 + 10_000)
            {
                throw Refused.AsItWent($"Der kommer stadig nyt om {count.Municipality}: fjern fagsystemets rolle på emnet, og kør kommandoen igen.");
            }

            if (piece.Rows == 0)
            {
                await Task.Delay(Pause, TimeProvider.System, cancellation);
            }
        }

        return (rows, count.Instances);
    }
}
