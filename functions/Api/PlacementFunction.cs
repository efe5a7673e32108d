using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Rettidig.Domain;
using Rettidig.Functions.Placements;
using Rettidig.Functions.Storage;

namespace Rettidig.Functions.Api;

/// <summary>One placement as JSON, for the case system and for scripts.</summary>
public sealed class PlacementFunction(PlacementViews views)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // The answer is never put into a page as it is; æ, ø and å stay readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [Function("PlacementApi")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/placements/{municipality}/{placement}")] HttpRequest request,
        string municipality,
        string placement,
        CancellationToken cancellationToken)
    {
        if (!PlacementKey.TryParse($"{municipality}/{placement}", out PlacementKey key))
        {
            return Missing("Adressen passer ikke: forventet tre cifre for kommunen og anbringelsens reference, som /api/placements/101/P-7.");
        }

        return await views.FindAsync(key, cancellationToken) is { } view
            ? Results.Json(Answer(view), Json)
            : Missing("Der er ikke kommet hændelser om den anbringelse. Se efter, at kommunekode og reference er skrevet som i hændelsernes subject.");
    }

    private static PlacementAnswer Answer(PlacementView view)
    {
        HashSet<string> known = [.. view.Notices.Select(notice => notice.Key)];
        IEnumerable<StepLine> steps = view.Notices.Select(StepLine.Of)
            .Concat(view.Agenda.Steps.Where(step => !known.Contains(step.Key)).Select(StepLine.Of));
        return new PlacementAnswer(
            view.Placement.Subject,
            view.Today.Iso(),
            [.. view.Agenda.Obligations.Select(obligation => ObligationLine.Of(view.Placement, obligation))],
            [.. steps.OrderBy(step => step.Day, StringComparer.Ordinal).ThenBy(step => step.Key, StringComparer.Ordinal)],
            [.. view.File.Concerns.Select(concern => new ConcernLine(concern.EventId, concern.EventType, concern.Day.Iso(), concern.Text))]);
    }

    private static IResult Missing(string sentence) => Results.Json(new { error = sentence }, Json, statusCode: StatusCodes.Status404NotFound);
}
