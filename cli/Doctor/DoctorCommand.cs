using System.CommandLine;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Rettidig.Cli.Service;
using Rettidig.Cli.Terminal;
using Rettidig.SelfHost.Hosting;

namespace Rettidig.Cli.Doctor;

/// <summary><c>rettidig doctor</c>: what is wrong with the service on this machine, and how it is mended.</summary>
internal static class DoctorCommand
{
    /// <summary>A service that answers does so at once.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly Option<string> Data = new("--data")
    {
        HelpName = "MAPPE",
        Description = $"Tjenestens datamappe. Uden: {ServiceAddress.DefaultData}.",
    };

    public static Command Create(Screen screen, TimeProvider time)
    {
        var command = new Command("doctor", "Se tjenesten og dens datafil efter, og få at vide, hvad der skal rettes. Intet ændres.") { Data };
        command.SetAction((parsed, cancellation) => RunAsync(screen, parsed.GetValue(Data) ?? ServiceAddress.DefaultData, time, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(Screen screen, string folder, TimeProvider time, CancellationToken cancellation)
    {
        List<Finding> findings = [.. DataCheck.Look(folder, time.GetUtcNow())];
        findings.AddRange(DataFolder.IsHeld(folder)
            ? [await AskAsync(folder, cancellation), .. await DoubtfulMails.AskAsync(folder, cancellation)]
            : [new Finding(FindingKind.Notice, "Tjenesten kører ikke, og ingen holder øje med fristerne: start den med ./run.sh.")]);

        foreach (Finding finding in findings)
        {
            screen.Marked(Mark(finding.Kind), finding.Text);
        }

        int problems = findings.Count(finding => finding.Kind == FindingKind.Problem);
        screen.Line();
        screen.Line(problems > 0 ? $"{Words.Count(problems, "ting", "ting")} skal rettes." : "Intet skal rettes.");
        return problems > 0 ? 1 : 0;
    }

    private static string Mark(FindingKind kind) => kind switch
    {
        FindingKind.Good => "ok",
        FindingKind.Notice => "obs",
        _ => "FEJL",
    };

    /// <summary>Its own word on whether it is ready.</summary>
    private static async Task<Finding> AskAsync(string folder, CancellationToken cancellation)
    {
        Uri root = ServiceAddress.Find(null, folder).Root;
        using var http = new HttpClient { Timeout = Patience };
        try
        {
            using HttpResponseMessage answer = await http.GetAsync(new Uri(root, "health/ready"), cancellation);
            return answer.StatusCode == HttpStatusCode.OK
                ? new Finding(FindingKind.Good, $"Tjenesten på {root} er klar.")
                : new Finding(FindingKind.Problem, $"Tjenesten på {root} er ikke klar. {await ProblemsAsync(answer, cancellation)}");
        }
        catch (Exception away) when (away is HttpRequestException || (away is TaskCanceledException && !cancellation.IsCancellationRequested))
        {
            return new Finding(FindingKind.Problem, $"Tjenesten på {root} kører, men svarer ikke: se i dens log, og start den igen.");
        }
    }

    private static async Task<string> ProblemsAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        try
        {
            JsonElement said = await answer.Content.ReadFromJsonAsync<JsonElement>(cancellation);
            return string.Join(' ', said.GetProperty("problems").EnumerateArray().Select(problem => problem.GetString()));
        }
        catch (Exception other) when (other is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return "Se i dens log.";
        }
    }
}
