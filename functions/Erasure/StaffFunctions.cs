using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Rettidig.Domain;

namespace Rettidig.Functions.Erasure;

/// <summary>The rights of the staff: to see what is held of them, and to have it erased when they have left.</summary>
public sealed class StaffFunctions(StaffRecords records)
{
    [Function("StaffExport")]
    public async Task<IResult> ExportAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = "api/staff/{municipality}/{member}")] HttpRequest request,
        string municipality,
        string member,
        CancellationToken cancellationToken) =>
        IsOne(municipality, member) && await records.ReadAsync(municipality, member, cancellationToken) is { } held
            ? Results.Json<JsonObject>(held, ErasureFunctions.Json)
            : Results.NotFound();

    [Function("StaffErasure")]
    public async Task<IResult> EraseAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "delete", Route = "api/staff/{municipality}/{member}")] HttpRequest request,
        string municipality,
        string member,
        CancellationToken cancellationToken) =>
        IsOne(municipality, member)
            ? Results.Json(await records.EraseAsync(municipality, member, cancellationToken), ErasureFunctions.Json)
            : Results.NotFound();

    /// <summary>The id of one of the staff has the form of a placement's reference.</summary>
    private static bool IsOne(string municipality, string member) => PlacementKey.TryParse($"{municipality}/{member}", out _);
}
