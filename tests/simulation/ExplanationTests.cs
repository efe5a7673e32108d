using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Rettidig.Domain.Agendas;
using Rettidig.Functions.Api;
using Rettidig.Functions.Explanations;

namespace Rettidig.Simulation.Tests;

/// <summary>What the service answers who asks it to explain a placement.</summary>
public sealed class ExplanationTests
{
    [Fact]
    public async Task A_day_that_has_passed_is_seen_with_what_was_known_and_sent_by_then()
    {
        await using SimulatedMunicipality municipality = await SimulatedMunicipality.StartAsync("2026-03-02");
        await municipality.PlaceAsync("2026-03-02");
        await municipality.DayAsync("2026-06-02");
        await municipality.SendAsync("review.held", new { heldOn = "2026-05-28", measureChanged = false, planRevision = "not-needed", custodyHolder = "contacted" });
        await municipality.DayAsync("2026-06-10");

        ExplainedDuty then = Review(await ExplainAsync(municipality, "?on=2026-05-29"));
        ExplainedDuty now = Review(await ExplainAsync(municipality));

        Assert.Equal((ObligationStatus.Pending, (ExplainedFact?)null), (then.Status, then.ClosedBy));
        Assert.Equal(["RemindEarly 2026-05-19 Sent", "Remind 2026-05-29 Sent", "Due 2026-06-02 ToCome"], then.Steps.Take(3).Select(Line));
        Assert.Equal((ObligationStatus.Met, "review.held"), (now.Status, now.ClosedBy!.Event));
        Assert.Equal(["RemindEarly 2026-05-19 Sent", "Remind 2026-05-29 Sent", "Due 2026-06-02 Sent"], now.Steps.Select(Line));
    }

    [Fact]
    public async Task A_day_to_come_is_seen_as_it_will_stand_if_nothing_comes()
    {
        await using SimulatedMunicipality municipality = await SimulatedMunicipality.StartAsync("2026-03-02");
        await municipality.PlaceAsync("2026-03-02");

        ExplainedDuty review = Review(await ExplainAsync(municipality, "?on=2026-06-03"));

        Assert.Equal((ObligationStatus.Overdue, true), (review.Status, review.Breach));
    }

    [Fact]
    public async Task A_reminder_of_what_has_been_retracted_since_is_still_told()
    {
        await using SimulatedMunicipality municipality = await SimulatedMunicipality.StartAsync("2026-03-02");
        await municipality.PlaceAsync("2026-03-02");
        await municipality.SendAsync("support-person.proposed", new { custodyHolder = "F-1", proposedOn = "2026-02-02" }, id: "forkert");
        await municipality.DayAsync("2026-03-05");
        await municipality.SendAsync("event.retracted", new { retracts = "forkert", on = "2026-03-05" });
        await municipality.DayAsync("2026-03-06");

        PlacementExplanation explanation = await ExplainAsync(municipality);

        Assert.DoesNotContain(explanation.Obligations, duty => duty.Duty == "support-person-proposal");
        ExplainedStep sent = explanation.Notices.First(step => step.State == StepState.Sent);
        Assert.Equal(("support-person-proposal", "sb-1"), (sent.Duty, sent.Recipient));
    }

    [Theory]
    [InlineData("P-1", "?on=i-morgen", 400, "Parameteren on er ikke en dato: skriv den som on=2026-06-30, eller udelad den for at se i dag.", null)]
    [InlineData("P-1", "?on=2026-02-01", 404, "Der var ikke kommet hændelser om den anbringelse den 01-02-2026.", null)]
    [InlineData("P-2", "", 404, "Der er ikke kommet hændelser om den anbringelse.", "101/P-1")]
    [InlineData("P 2", "", 404, "Adressen passer ikke:", null)]
    public async Task What_cannot_be_explained_is_said_in_one_sentence(string placement, string query, int status, string sentence, string? nearest)
    {
        await using SimulatedMunicipality municipality = await SimulatedMunicipality.StartAsync("2026-03-02");
        await municipality.PlaceAsync("2026-03-02");

        (int code, string body) = await AskAsync(municipality, placement, query);
        PlacementError error = JsonSerializer.Deserialize<PlacementError>(body, ApiJson.Options)!;

        Assert.Equal(status, code);
        Assert.StartsWith(sentence, error.Error);
        Assert.Equal(nearest, error.Nearest is [var only] ? only : null);
    }

    private static async Task<PlacementExplanation> ExplainAsync(SimulatedMunicipality municipality, string query = "")
    {
        (int code, string body) = await AskAsync(municipality, "P-1", query);
        Assert.Equal(200, code);
        return JsonSerializer.Deserialize<PlacementExplanation>(body, ApiJson.Options)!;
    }

    private static async Task<(int Code, string Body)> AskAsync(SimulatedMunicipality municipality, string placement, string query)
    {
        var function = ActivatorUtilities.CreateInstance<PlacementFunction>(municipality.Services);
        var http = new DefaultHttpContext { RequestServices = municipality.Services };
        http.Request.QueryString = new QueryString(query);
        using var body = new MemoryStream();
        http.Response.Body = body;
        await (await function.GetAsync(http.Request, "101", placement, CancellationToken.None)).ExecuteAsync(http);
        return (http.Response.StatusCode, System.Text.Encoding.UTF8.GetString(body.ToArray()));
    }

    private static ExplainedDuty Review(PlacementExplanation explanation) => explanation.Obligations.Single(duty => duty.Duty == "first-review");

    private static string Line(ExplainedStep step) => $"{step.Step} {step.Day:uuuu-MM-dd} {step.State}";
}
