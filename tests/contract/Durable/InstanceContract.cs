using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Rettidig.Contract.Tests.Durable;

public abstract class InstanceContract : DurableContract
{
    [Fact]
    [Trait("Time", "Long")]
    public async Task An_instance_shows_its_name_times_input_and_custom_status()
    {
        await RegisterWaitAsync();
        DateTimeOffset started = Subject.Now;
        await StartAsync("Wait", "a", "input");
        await PassAsync(TimeSpan.FromHours(1));
        await RaiseAsync("a", "end", "output");

        OrchestrationMetadata instance = await InstanceAsync("a");
        Assert.Equal("Wait", instance.Name);
        Assert.Equal(started, instance.CreatedAt);
        Assert.Equal(started.AddHours(1), instance.LastUpdatedAt);
        Assert.Equal("input", instance.ReadInputAs<string>());
        Assert.Equal("output", instance.ReadOutputAs<string>());
        Assert.Equal("venter", instance.ReadCustomStatusAs<string>());
        Assert.True(instance.IsCompleted);
    }

    [Fact]
    public async Task What_was_not_fetched_cannot_be_read()
    {
        await RegisterWaitAsync();
        await StartAsync("Wait", "a", "input");

        OrchestrationMetadata? instance = await Client.GetInstanceAsync("a");

        Assert.Throws<InvalidOperationException>(() => instance!.ReadInputAs<string>());
    }

    [Fact]
    [Trait("Difference", "no. 5")]
    public async Task A_running_id_is_not_started_again()
    {
        await RegisterWaitAsync();
        await StartAsync("Wait", "a", "first");

        InvalidOperationException refused = await Assert.ThrowsAnyAsync<InvalidOperationException>(() => StartAsync("Wait", "a", "second"));

        Assert.Contains("'a' already exists and is Running", refused.Message);
        Assert.Equal("first", (await InstanceAsync("a")).ReadInputAs<string>());
    }

    [Fact]
    public async Task A_finished_id_is_replaced_and_nothing_of_the_old_one_is_left()
    {
        await RegisterWaitAsync();
        await StartAsync("Wait", "a", "first");
        await RaiseAsync("a", "end", "first output");

        await StartAsync("Wait", "a", "second");

        OrchestrationMetadata instance = await InstanceAsync("a");
        Assert.Equal(OrchestrationRuntimeStatus.Running, instance.RuntimeStatus);
        Assert.Equal("second", instance.ReadInputAs<string>());
        Assert.Null(instance.ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_finished_id_is_left_alone_when_its_status_is_named()
    {
        await RegisterWaitAsync();
        await StartAsync("Wait", "a", "first");
        await RaiseAsync("a", "end", "output");
        StartOrchestrationOptions options = new StartOrchestrationOptions("a").WithDedupeStatuses(OrchestrationRuntimeStatus.Completed);

        await Assert.ThrowsAnyAsync<InvalidOperationException>(() => Client.ScheduleNewOrchestrationInstanceAsync("Wait", "second", options));

        Assert.Equal("output", await OutputAsync<string>("a"));
    }

    [Fact]
    public async Task Waiting_ends_when_the_instance_begins_and_when_it_is_finished()
    {
        await RegisterWaitAsync();
        Task<OrchestrationMetadata> start = Client.WaitForInstanceStartAsync("a");
        Task<OrchestrationMetadata> end = Client.WaitForInstanceCompletionAsync("a", getInputsAndOutputs: true);

        await StartAsync("Wait", "a");
        Assert.Equal("a", (await start).InstanceId);
        Assert.False(end.IsCompleted);
        await RaiseAsync("a", "end", "slut");

        Assert.Equal("slut", (await end).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_terminated_instance_shows_the_output_it_was_given_and_takes_nothing_more()
    {
        await RegisterWaitAsync();
        await StartAsync("Wait", "a");
        await Client.TerminateInstanceAsync("a", "opgivet");
        await RaiseAsync("a", "end", "for sent");

        OrchestrationMetadata instance = await InstanceAsync("a");
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, instance.RuntimeStatus);
        Assert.Equal("opgivet", instance.ReadOutputAs<string>());
    }

    [Fact]
    [Trait("Time", "Long")]
    public async Task One_that_waits_for_its_start_can_be_terminated()
    {
        await RegisterWaitAsync();
        await Client.ScheduleNewOrchestrationInstanceAsync("Wait", null, new StartOrchestrationOptions("a", Subject.Now.AddDays(1)));

        await Client.TerminateInstanceAsync("a");
        await PassAsync(TimeSpan.FromDays(2));

        Assert.Equal(OrchestrationRuntimeStatus.Terminated, await StatusAsync("a"));
    }

    [Fact]
    public async Task A_query_finds_by_prefix_and_status_page_by_page()
    {
        await RegisterWaitAsync();
        foreach (int i in Enumerable.Range(1, 25))
        {
            await StartAsync("Wait", $"placement:101:{i:D2}");
        }

        await StartAsync("Wait", "placement:102:01");
        await RaiseAsync("placement:101:03", "end");
        var query = new OrchestrationQuery(
            Statuses: [OrchestrationRuntimeStatus.Running], InstanceIdPrefix: "placement:101:", PageSize: 10);

        var pages = new List<int>();
        var ids = new List<string>();
        await foreach (Page<OrchestrationMetadata> page in Client.GetAllInstancesAsync(query).AsPages())
        {
            pages.Add(page.Values.Count);
            ids.AddRange(page.Values.Select(instance => instance.InstanceId));
        }

        Assert.Equal([10, 10, 4], pages);
        Assert.Equal(Enumerable.Range(1, 25).Where(i => i != 3).Select(i => $"placement:101:{i:D2}"), ids.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_prefix_is_taken_letter_by_letter()
    {
        await RegisterWaitAsync();
        foreach (string id in (string[])["p%", "p_", "pa", "På", "på", "p", "q", "på:1", "påz", "pæ"])
        {
            await StartAsync("Wait", id);
        }

        Page<OrchestrationMetadata> found = await FirstPageAsync(new OrchestrationQuery(InstanceIdPrefix: "på"));

        Assert.Equal(["på", "på:1", "påz"], Ids(found));
    }

    [Fact]
    public async Task A_query_goes_on_where_a_page_ended()
    {
        await RegisterWaitAsync();
        foreach (int i in Enumerable.Range(1, 5))
        {
            await StartAsync("Wait", $"i{i}");
        }

        Page<OrchestrationMetadata> first = await FirstPageAsync(new OrchestrationQuery(PageSize: 3));
        Page<OrchestrationMetadata> second = await FirstPageAsync(new OrchestrationQuery(PageSize: 3, ContinuationToken: first.ContinuationToken));

        Assert.Equal((3, 2), (first.Values.Count, second.Values.Count));
        Assert.Equal(["i1", "i2", "i3", "i4", "i5"], Ids(first, second));
        Assert.Null(second.ContinuationToken);
    }

    [Fact]
    [Trait("Time", "Long")]
    public async Task A_query_finds_by_the_time_of_creation()
    {
        await RegisterWaitAsync();
        DateTimeOffset start = Subject.Now;
        foreach (int day in Enumerable.Range(0, 5))
        {
            await StartAsync("Wait", $"day{day}");
            await PassAsync(TimeSpan.FromDays(1));
        }

        Page<OrchestrationMetadata> found = await FirstPageAsync(new OrchestrationQuery(start.AddDays(1), start.AddDays(3)));

        Assert.Equal(["day1", "day2", "day3"], Ids(found));
    }

    [Fact]
    public async Task A_query_that_names_no_status_finds_all()
    {
        await RegisterWaitAsync();
        await StartAsync("Wait", "running");
        await StartAsync("Wait", "done");
        await RaiseAsync("done", "end");

        Assert.Equal(["done", "running"], Ids(await FirstPageAsync(new OrchestrationQuery(Statuses: []))).Order());
    }

    [Fact]
    public async Task A_start_without_the_name_of_an_orchestrator_is_refused()
    {
        await RegisterWaitAsync();

        await Assert.ThrowsAnyAsync<ArgumentException>(() => Client.ScheduleNewOrchestrationInstanceAsync(string.Empty));
    }

    [Fact]
    public async Task Only_what_is_finished_can_be_purged()
    {
        await RegisterWaitAsync();
        await StartAsync("Wait", "running");
        await StartAsync("Wait", "done");
        await RaiseAsync("done", "end");

        Assert.Equal(0, (await Client.PurgeInstanceAsync("running")).PurgedInstanceCount);
        Assert.Equal(1, (await Client.PurgeInstanceAsync("done")).PurgedInstanceCount);
        Assert.Equal(0, (await Client.PurgeInstanceAsync("nobody")).PurgedInstanceCount);

        Assert.NotNull(await Client.GetInstanceAsync("running"));
        Assert.Null(await Client.GetInstanceAsync("done"));
    }

    [Fact]
    [Trait("InProcess", "Cannot")]
    public async Task What_matches_a_filter_is_purged_together()
    {
        await RegisterWaitAsync();
        foreach (int i in Enumerable.Range(1, 150))
        {
            await Client.ScheduleNewOrchestrationInstanceAsync("Wait", null, new StartOrchestrationOptions($"i{i:D3}"));
            await Client.RaiseEventAsync($"i{i:D3}", "end");
        }

        await StartAsync("Wait", "running");
        await Client.TerminateInstanceAsync("i001");

        PurgeResult purged = await Client.PurgeAllInstancesAsync(new PurgeInstancesFilter(Statuses: [OrchestrationRuntimeStatus.Completed]));

        Assert.Equal(150, purged.PurgedInstanceCount);
        Assert.Equal("running", Assert.Single((await FirstPageAsync(new OrchestrationQuery())).Values).InstanceId);
    }

    /// <summary>Nobody promises in which order a query answers.</summary>
    private static IEnumerable<string> Ids(params Page<OrchestrationMetadata>[] pages) =>
        pages.SelectMany(page => page.Values).Select(instance => instance.InstanceId).Order(StringComparer.Ordinal);

    private Task RegisterWaitAsync() => RegisterAsync(code => code
        .AddOrchestratorFunc<string?, string>("Wait", (context, _) =>
        {
            context.SetCustomStatus("venter");
            return context.WaitForExternalEvent<string>("end");
        }));

    private async Task<Page<OrchestrationMetadata>> FirstPageAsync(OrchestrationQuery query)
    {
        await foreach (Page<OrchestrationMetadata> page in Client.GetAllInstancesAsync(query).AsPages())
        {
            return page;
        }

        throw new InvalidOperationException("A query has at least one page, even when it is empty.");
    }
}
