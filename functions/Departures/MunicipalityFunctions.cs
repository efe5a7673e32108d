using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Rettidig.Functions.Erasure;
using Rettidig.Functions.Placements;

namespace Rettidig.Functions.Departures;

/// <summary>A municipality that moves: what is held, all of it, its end, and its return. For <c>rettidig municipality</c>.</summary>
public sealed class MunicipalityFunctions(
    Municipalities municipalities, MunicipalityHoldings holdings, MunicipalityErasure erasure, MunicipalityReturn back)
{
    /// <summary>Their numbers: for a copy of each every night.</summary>
    [Function("MunicipalityList")]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = "api/municipalities")] HttpRequest request,
        CancellationToken cancellationToken) =>
        Results.Json((await municipalities.ReadAnewAsync(cancellationToken)).Select(municipality => municipality.Code), ErasureFunctions.Json);

    [Function("MunicipalityCount")]
    public async Task<IResult> CountAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = "api/municipalities/{municipality}")] HttpRequest request,
        string municipality,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken) =>
        IsNumber(municipality) && await holdings.CountAsync(municipality, client, cancellationToken) is var count
            ? Results.Json(count, ErasureFunctions.Json)
            : Results.NotFound();

    [Function("MunicipalityData")]
    public async Task<IResult> ReadAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = "api/municipalities/{municipality}/data/{table}")] HttpRequest request,
        string municipality,
        string table,
        CancellationToken cancellationToken) =>
        IsNumber(municipality) && await holdings.ReadAsync(municipality, table, request.Query["after"].FirstOrDefault(), cancellationToken) is { } page
            ? Results.Json(page, ErasureFunctions.Json)
            : Results.NotFound();

    [Function("MunicipalityReturn")]
    public async Task<IResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = "api/municipalities/{municipality}/data/{table}")] HttpRequest request,
        string municipality,
        string table,
        CancellationToken cancellationToken)
    {
        try
        {
            JsonObject[] rows = await request.ReadFromJsonAsync<JsonObject[]>(cancellationToken) ?? [];
            return (IsNumber(municipality) ? await back.PutAsync(municipality, table, rows, cancellationToken) : null) switch
            {
                null => Results.NotFound(),
                false => Results.Conflict(),
                true => Results.NoContent(),
            };
        }
        catch (Exception wrong) when (wrong is FormatException or JsonException)
        {
            return Results.Text(wrong.Message, statusCode: StatusCodes.Status400BadRequest);
        }
    }

    [Function("MunicipalityErasure")]
    public async Task<IResult> EraseAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "delete", Route = "api/municipalities/{municipality}")] HttpRequest request,
        string municipality,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken) =>
        IsNumber(municipality)
            ? Results.Json(await erasure.EraseAsync(municipality, client, cancellationToken), ErasureFunctions.Json)
            : Results.NotFound();

    /// <summary>Anything else could be the beginning of several, or a filter of somebody's own.</summary>
    private static bool IsNumber(string municipality) => municipality.Length == 3 && municipality.All(char.IsAsciiDigit);
}
