using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Rettidig.Domain;

namespace Rettidig.Functions.Erasure;

/// <summary>The rights of those a placement is about: to see what is held, and to have it erased. For <c>rettidig export</c> and <c>rettidig erase</c>.</summary>
public sealed class ErasureFunctions(PlacementErasure erasure, PlacementExport export)
{
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        // The answer is a file and never part of a page; æ, ø and å stay readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [Function("PlacementExport")]
    public async Task<IResult> ExportAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = "api/placements/{municipality}/{placement}/data")] HttpRequest request,
        string municipality,
        string placement,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken) =>
        PlacementKey.TryParse($"{municipality}/{placement}", out PlacementKey key) && await export.ReadAsync(key, client, cancellationToken) is { } held
            ? Results.Json<JsonObject>(held, Json)
            : Results.NotFound();

    [Function("PlacementErasure")]
    public async Task<IResult> EraseAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "delete", Route = "api/placements/{municipality}/{placement}")] HttpRequest request,
        string municipality,
        string placement,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken) =>
        PlacementKey.TryParse($"{municipality}/{placement}", out PlacementKey key) && await erasure.EraseAsync(key, client, cancellationToken) is { Known: true } report
            ? Results.Json(report, Json, statusCode: report.Done ? StatusCodes.Status200OK : StatusCodes.Status202Accepted)
            : Results.NotFound();
}
