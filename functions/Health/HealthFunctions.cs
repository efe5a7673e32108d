using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Rettidig.Functions.Health;

/// <summary>For probes and the people behind them; open to all, and tells nothing but how the service is.</summary>
public sealed class HealthFunctions(Readiness readiness)
{
    [Function("HealthLive")]
    public static IResult Live([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health/live")] HttpRequest request) =>
        Results.Json(new { status = "live" });

    [Function("HealthReady")]
    public async Task<IResult> ReadyAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health/ready")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        IReadOnlyList<string> problems = await readiness.ProblemsAsync(client, cancellationToken);
        return problems.Count == 0
            ? Results.Json(new { status = "ready" })
            : Results.Json(new { status = "not-ready", problems }, statusCode: StatusCodes.Status503ServiceUnavailable);
    }
}
