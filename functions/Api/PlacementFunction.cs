using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NodaTime;
using Rettidig.Domain;
using Rettidig.Functions.Explanations;
using Rettidig.Functions.Placements;

namespace Rettidig.Functions.Api;

/// <summary>One placement explained as JSON, for the case system, for scripts and for <c>rettidig explain</c>.</summary>
public sealed class PlacementFunction(PlacementViews views, PlacementNames names)
{
    [Function("PlacementApi")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/placements/{municipality}/{placement}")] HttpRequest request,
        string municipality,
        string placement,
        CancellationToken cancellationToken)
    {
        if (!PlacementKey.TryParse($"{municipality}/{placement}", out PlacementKey key))
        {
            return Error(StatusCodes.Status404NotFound, "Adressen passer ikke: forventet tre cifre for kommunen og anbringelsens reference, som /api/placements/101/P-7.");
        }

        if (!AskedDay.TryRead(request, out LocalDate? on))
        {
            return Error(StatusCodes.Status400BadRequest, AskedDay.Expected);
        }

        return await views.FindAsync(key, on, cancellationToken) is { } view
            ? Results.Json(Explainer.Of(view), ApiJson.Options)
            : Error(StatusCodes.Status404NotFound, PlacementNames.Missing(on), await names.NearAsync(key, cancellationToken));
    }

    private static IResult Error(int status, string sentence, IReadOnlyList<string>? nearest = null) =>
        Results.Json(new PlacementError(sentence, nearest is { Count: > 0 } ? nearest : null), ApiJson.Options, statusCode: status);
}

/// <summary>Why there is no explanation.</summary>
/// <param name="Error">One Danish sentence for people.</param>
/// <param name="Nearest">Subjects of placements that may have been meant, nearest first.</param>
public sealed record PlacementError(string Error, IReadOnlyList<string>? Nearest);
