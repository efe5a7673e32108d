using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rettidig.Domain.Agendas;
using Rettidig.Functions.Notices;
using Rettidig.Functions.Placements;
using Rettidig.Functions.Storage;
using Rettidig.Orchestrations.Reconsiderations;

namespace Rettidig.Simulation.Tests;

/// <summary>The settings change while placements sleep: the service is stopped, its file is written anew, it starts again.</summary>
public sealed class ReconsiderTests
{
    private const string Duty = "support-person-answer";
    private const string SevenDays = """{"terms": {"support-person-answer": {"days": 7}}}""";
    private const string ThirtyDays = """{"terms": {"support-person-answer": {"days": 30}}}""";

    [Fact]
    public async Task A_shortened_municipal_term_reaches_sleeping_placements_at_once_after_reconsider()
    {
        using var rules = new ChosenRules(ThirtyDays);
        await using SimulatedMunicipality municipality = await OfferedAsync(rules, "P-1", "P-2", "P-3");
        await municipality.DayAsync("2026-03-04");

        rules.Write(SevenDays);
        await municipality.RestartAsync(rules.Setting);
        Assert.Equal("2026-04-01", await StoredDueAsync(municipality, "P-2")); // asleep, and not told

        ReconsiderReport report = await municipality.ReconsiderAsync();

        Assert.Equal(new ReconsiderReport(3, 3), report);
        foreach (string placement in new[] { "P-1", "P-2", "P-3" })
        {
            Assert.Equal("2026-03-09", await StoredDueAsync(municipality, placement));
        }

        await municipality.DayAsync("2026-03-06");
        Assert.Contains(await municipality.NoticesAsync("P-2"), notice => notice is { DutyId: Duty, Step: StepName.Remind, State: NoticeState.Sent } && notice.Due == new LocalDate(2026, 3, 9));
    }

    [Fact]
    public async Task Without_reconsider_a_changed_term_reaches_a_placement_at_its_next_look()
    {
        using var rules = new ChosenRules(ThirtyDays);
        await using SimulatedMunicipality municipality = await OfferedAsync(rules, "P-1");
        await municipality.DayAsync("2026-03-04");
        rules.Write("""{"terms": {"support-person-answer": {"months": 2}}}""");
        await municipality.RestartAsync(rules.Setting);

        await municipality.DayAsync("2026-03-30");

        Assert.Equal("2026-05-02", await StoredDueAsync(municipality, "P-1"));
        Assert.DoesNotContain(await municipality.NoticesAsync(), notice => notice.DutyId == Duty && notice.Due == new LocalDate(2026, 4, 1) && notice.Day > new LocalDate(2026, 3, 25) && notice.State == NoticeState.Sent);
    }

    [Fact]
    public async Task Reconsidering_twice_sends_nothing_twice()
    {
        using var rules = new ChosenRules("{}");
        await using SimulatedMunicipality municipality = await OfferedAsync(rules, "P-1", "P-2");
        await municipality.DayAsync("2026-03-17"); // reminded of, overdue and told the leader
        rules.Write("""{"ladders": {"all": {"remind": 5}}}""");
        await municipality.RestartAsync(rules.Setting);
        IReadOnlyList<Notice> before = await municipality.NoticesAsync();

        for (int i = 0; i < 3; i++)
        {
            await municipality.ReconsiderAsync();
            await municipality.DayAsync("2026-03-18", 9 + i);
        }

        string[] sent = [.. municipality.Mails.Sent.Select(mail => mail.Key)];
        Assert.Distinct(sent);
        IReadOnlyList<Notice> after = await municipality.NoticesAsync();
        Assert.All(after, notice => Assert.InRange(notice.Attempts, 0, 1));
        Assert.Equal(before.Where(notice => notice.State == NoticeState.Sent).Select(notice => (notice.Key, notice.SentAt)), after.Where(notice => before.Any(known => known.Key == notice.Key && known.State == NoticeState.Sent)).Select(notice => (notice.Key, notice.SentAt)));
    }

    [Fact]
    public async Task A_met_obligation_stays_met_when_a_term_is_shortened()
    {
        using var rules = new ChosenRules("{}");
        await using SimulatedMunicipality municipality = await OfferedAsync(rules, "P-1");
        await municipality.DayAsync("2026-03-12");
        await municipality.SendAsync("support-person.answered", new { custodyHolder = "F-1", answeredOn = "2026-03-12", answer = "accepted" });
        await municipality.DayAsync("2026-03-20");
        rules.Write(SevenDays);
        await municipality.RestartAsync(rules.Setting);

        await municipality.ReconsiderAsync();

        TableEntity stored = await StoredAsync(municipality, "P-1");
        Assert.Equal(("Met", "2026-03-16"), (stored.GetString("Status"), stored.GetString("Due")));
        Assert.Contains("fristen på det tidspunkt", stored.GetString("Explanation"), StringComparison.Ordinal);
        Obligation shown = Assert.Single(await municipality.ObligationsOfAsync(Duty));
        Assert.Equal((ObligationStatus.Met, stored.GetString("Explanation")), (shown.Status, shown.Explanation));
    }

    [Fact]
    public async Task What_was_met_before_the_municipality_had_settings_stays_met_too()
    {
        using var rules = new ChosenRules("{}");
        File.Delete(rules.File);
        await using SimulatedMunicipality municipality = await OfferedAsync(rules, "P-1");
        await municipality.DayAsync("2026-03-12");
        await municipality.SendAsync("support-person.answered", new { custodyHolder = "F-1", answeredOn = "2026-03-12", answer = "accepted" });
        rules.Write(SevenDays);
        await municipality.RestartAsync(rules.Setting);

        await municipality.ReconsiderAsync();

        Assert.Equal("Met", (await StoredAsync(municipality, "P-1")).GetString("Status"));
    }

    [Fact]
    public async Task Starting_again_with_the_same_settings_changes_nothing()
    {
        using var rules = new ChosenRules(SevenDays);
        await using SimulatedMunicipality municipality = await OfferedAsync(rules, "P-1");
        await municipality.DayAsync("2026-03-12");
        IReadOnlyList<Notice> before = await municipality.NoticesAsync();

        await municipality.RestartAsync(rules.Setting);
        await municipality.RestartAsync(rules.Setting);
        await municipality.ReconsiderAsync();

        Assert.Equal(before.Select(notice => (notice.Key, notice.State)), (await municipality.NoticesAsync()).Select(notice => (notice.Key, notice.State)));
    }

    [Fact]
    public async Task A_duty_turned_off_is_withdrawn_and_turned_on_again_is_not_sent_twice()
    {
        using var rules = new ChosenRules("{}");
        await using SimulatedMunicipality municipality = await OfferedAsync(rules, "P-1");
        await municipality.DayAsync("2026-03-19"); // the parents were to be informed by the 16th
        Notice told = Assert.Single(await municipality.NoticesAsync(), notice => notice is { DutyId: "information-to-parents", Step: StepName.Due });

        rules.Write("""{"duties": {"information-to-parents": false}}""");
        await municipality.RestartAsync(rules.Setting);
        await municipality.ReconsiderAsync();
        Assert.Empty(await municipality.ObligationsOfAsync("information-to-parents"));
        await municipality.DayAsync("2026-03-24");

        rules.Write("{}");
        await municipality.RestartAsync(rules.Setting);
        await municipality.ReconsiderAsync();
        await municipality.DayAsync("2026-03-26");

        Notice again = Assert.Single(await municipality.NoticesAsync(), notice => notice is { DutyId: "information-to-parents", Step: StepName.Due });
        Assert.Equal((told.SentAt, 1), (again.SentAt, again.Attempts));
    }

    [Fact]
    public async Task What_was_met_and_is_open_again_says_when_and_why()
    {
        await using SimulatedMunicipality municipality = await SimulatedMunicipality.StartAsync("2026-03-02");
        await municipality.PlaceAsync("2026-03-02");
        await municipality.SendAsync("parents.informed", new { informedOn = "2026-03-02" }, id: "informed");
        await municipality.DayAsync("2026-03-05");

        await municipality.SendAsync("event.retracted", new { retracts = "informed", on = "2026-03-05" });

        const string Said = "; genåbnet 05-03-2026: var løst 02-03-2026, men sagens oplysninger er siden ændret";
        Assert.EndsWith(Said, Assert.Single(await municipality.ObligationsOfAsync("information-to-parents")).Explanation, StringComparison.Ordinal);

        await municipality.DayAsync("2026-03-20");
        Assert.EndsWith(Said, Assert.Single(await municipality.ObligationsOfAsync("information-to-parents")).Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_only_other_rules_opened_again_says_so()
    {
        await using SimulatedMunicipality municipality = await SimulatedMunicipality.StartAsync("2026-03-02");
        await municipality.PlaceAsync("2026-03-02");
        await MarkMetAsync(municipality);

        await municipality.ReconsiderAsync();

        Assert.EndsWith("; genåbnet 02-03-2026: var løst 02-03-2026, men reglerne er siden ændret", Assert.Single(await municipality.ObligationsOfAsync("information-to-parents")).Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hundreds_of_placements_are_woken_page_by_page()
    {
        await using SimulatedMunicipality municipality = await SimulatedMunicipality.StartAsync("2026-03-02");
        for (int i = 1; i <= 205; i++)
        {
            await municipality.SendAsync("placement.decided", SimulatedMunicipality.Decided("2026-03-02"), $"P-{i}", settle: false);
        }

        await municipality.SettleAsync();

        Assert.Equal(new ReconsiderReport(205, 205), await municipality.ReconsiderAsync());
        Assert.Empty(await municipality.Services.GetRequiredService<UnreconciledList>().WaitingSinceAsync(Instant.MaxValue, CancellationToken.None));
    }

    /// <summary>A placement each, with a support person offered on 2 March: an answer is due 14 days later by the standard.</summary>
    private static async Task<SimulatedMunicipality> OfferedAsync(ChosenRules rules, params string[] placements)
    {
        SimulatedMunicipality municipality = await SimulatedMunicipality.StartAsync("2026-03-02", settings: rules.Setting);
        foreach (string placement in placements)
        {
            await municipality.PlaceAsync("2026-03-02", placement);
            await municipality.SendAsync("support-person.offered", new { custodyHolder = "F-1", offeredOn = "2026-03-02" }, placement);
        }

        return municipality;
    }

    private static async Task<TableEntity> StoredAsync(SimulatedMunicipality municipality, string placement) =>
        await municipality.Services.GetRequiredService<Tables>().Obligations.GetEntityAsync<TableEntity>($"101:{placement}", $"{Duty}:2026-03-02:F-1");

    private static async Task<string?> StoredDueAsync(SimulatedMunicipality municipality, string placement) => (await StoredAsync(municipality, placement)).GetString("Due");

    /// <summary>What a rule book left that closed the duty by something today's does not ask for.</summary>
    private static async Task MarkMetAsync(SimulatedMunicipality municipality)
    {
        TableClient obligations = municipality.Services.GetRequiredService<Tables>().Obligations;
        TableEntity row = await obligations.GetEntityAsync<TableEntity>("101:P-1", "information-to-parents:2026-03-02");
        row["Status"] = "Met";
        row["ClosedOn"] = "2026-03-02";
        await obligations.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace);
    }
}
