using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Rettidig.Functions.Placements;
using Rettidig.Functions.Storage;
using Rettidig.Orchestrations.Reconsiderations;

namespace Rettidig.Functions.Reconsiderations;

/// <summary>Starts a reconsideration and tells how far it is.</summary>
public sealed class ReconsiderFunctions(Municipalities municipalities, UnreconciledList unreconciled, TimeProvider time)
{
    private const string Prefix = "reconsider:";
    private const string All = "all";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Function("ReconsiderStart")]
    public async Task<IResult> StartAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/reconsider")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        string? municipality = request.Query["municipality"].FirstOrDefault();
        if (municipality is not null && await FaultOfAsync(municipality, cancellationToken) is { } fault)
        {
            return Results.Json(new { error = fault }, Json, statusCode: StatusCodes.Status404NotFound);
        }

        string id = $"{municipality ?? All}-{time.Now().ToUnixTimeMilliseconds()}";
        await client.ScheduleNewOrchestrationInstanceAsync(
            nameof(Reconsideration), new ReconsiderRequest(municipality), new StartOrchestrationOptions(Prefix + id), cancellationToken);
        return Results.Json(new ReconsiderAnswer(id, "running", 0, 0, 0), Json, statusCode: StatusCodes.Status202Accepted);
    }

    [Function("ReconsiderStatus")]
    public async Task<IResult> StatusAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/reconsider/{id}")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        OrchestrationMetadata? found = await client.GetInstanceAsync(Prefix + id, getInputsAndOutputs: true, cancellationToken);
        if (found is null)
        {
            return Results.Json(new { error = "Den genberegning findes ikke. Start en ny med POST /api/reconsider." }, Json, statusCode: StatusCodes.Status404NotFound);
        }

        string municipality = id.Split('-')[0];
        int waiting = await unreconciled.CountOwedAsync(municipality == All ? null : municipality, cancellationToken);
        ReconsiderReport report = found.ReadCustomStatusAs<ReconsiderReport>() ?? new ReconsiderReport(0, 0);
        return Results.Json(new ReconsiderAnswer(id, StateOf(found.RuntimeStatus), report.Open, report.Woken, waiting), Json);
    }

    private async Task<string?> FaultOfAsync(string municipality, CancellationToken cancellationToken)
    {
        IReadOnlyList<Municipality> known = await municipalities.ReadAsync(cancellationToken);
        return known.Any(one => one.Code == municipality)
            ? null
            : known.Count == 0 ? "Der er ikke kommet hændelser fra nogen kommune endnu: der er intet at se efter." : $"Der er ikke kommet hændelser fra nogen kommune med den kode: skriv en af {string.Join(", ", known.Select(one => one.Code))}, eller udelad den for at tage alle.";
    }

    private static string StateOf(OrchestrationRuntimeStatus status) => status switch
    {
        OrchestrationRuntimeStatus.Completed => "done",
        OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Terminated => "failed",
        _ => "running",
    };
}
