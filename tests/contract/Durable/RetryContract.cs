using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Rettidig.Contract.Tests.Durable;

public abstract class RetryContract : DurableContract
{
    private readonly List<double> minutes = [];

    [Fact]
    [Trait("Time", "Long")]
    public async Task Attempts_are_spaced_by_intervals_that_double()
    {
        await RunAsync(TaskOptions.FromRetryPolicy(new RetryPolicy(5, TimeSpan.FromMinutes(1), 2)));

        Assert.Equal([0, 1, 3, 7, 15], minutes);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, await StatusAsync("a"));
    }

    [Fact]
    [Trait("Time", "Long")]
    public async Task No_interval_is_longer_than_the_longest()
    {
        await RunAsync(TaskOptions.FromRetryPolicy(new RetryPolicy(5, TimeSpan.FromMinutes(1), 2, TimeSpan.FromMinutes(3))));

        Assert.Equal([0, 1, 3, 6, 9], minutes);
    }

    [Fact]
    [Trait("Time", "Long")]
    public async Task Nothing_is_tried_again_when_the_time_is_up()
    {
        await RunAsync(TaskOptions.FromRetryPolicy(
            new RetryPolicy(100, TimeSpan.FromMinutes(2), retryTimeout: TimeSpan.FromMinutes(5))));

        Assert.Equal([0, 2, 4, 6], minutes);
    }

    [Fact]
    [Trait("Time", "Long")]
    public async Task A_success_ends_the_attempts()
    {
        await RunAsync(TaskOptions.FromRetryPolicy(new RetryPolicy(5, TimeSpan.FromMinutes(1))), succeedsAt: 3);

        Assert.Equal([0, 1, 2], minutes);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, await StatusAsync("a"));
    }

    [Fact]
    [Trait("Time", "Long")]
    public async Task A_failure_that_is_not_worth_it_is_not_tried_again()
    {
        var policy = new RetryPolicy(5, TimeSpan.FromMinutes(1)) { HandleFailure = failure => failure.ErrorMessage != "attempt 2" };

        await RunAsync(TaskOptions.FromRetryPolicy(policy));

        Assert.Equal([0, 1], minutes);
    }

    [Fact]
    [Trait("Time", "Long")]
    public async Task A_handler_decides_after_each_failure_and_may_wait_by_itself()
    {
        var asked = new List<string>();
        await RunAsync(TaskOptions.FromRetryHandler(async retry =>
        {
            if (!retry.OrchestrationContext.IsReplaying)
            {
                asked.Add($"{retry.LastAttemptNumber}: {retry.LastFailure.ErrorMessage} after {retry.TotalRetryTime}");
            }

            await retry.OrchestrationContext.CreateTimer(TimeSpan.FromMinutes(10), CancellationToken.None);
            return retry.LastAttemptNumber < 3;
        }));

        Assert.Equal([0, 10, 20], minutes);
        Assert.Equal(["1: attempt 1 after 00:00:00", "2: attempt 2 after 00:10:00", "3: attempt 3 after 00:20:00"], asked);
    }

    [Fact]
    [Trait("Time", "Long")]
    public async Task A_factor_makes_the_intervals_grow_from_the_first_one()
    {
        await RunAsync(TaskOptions.FromRetryPolicy(new RetryPolicy(4, TimeSpan.FromMinutes(2), 1.5)));

        Assert.Equal([0, 2, 5, 9.5], minutes);
    }

    [Fact]
    [Trait("Time", "Long")]
    public async Task Intervals_grow_to_an_hour_when_nothing_longer_is_said()
    {
        await RunAsync(TaskOptions.FromRetryPolicy(new RetryPolicy(4, TimeSpan.FromMinutes(20), 10)));

        Assert.Equal([0, 20, 80, 140], minutes);
    }

    [Fact]
    [Trait("Time", "Long")]
    public async Task The_last_failure_comes_at_once()
    {
        await RunAsync(TaskOptions.FromRetryPolicy(new RetryPolicy(2, TimeSpan.FromHours(30))), wait: TimeSpan.FromHours(30));

        Assert.Equal(OrchestrationRuntimeStatus.Failed, await StatusAsync("a"));
        Assert.Equal("Task 'Send' (#2) failed with an unhandled exception: attempt 2", (await InstanceAsync("a")).FailureDetails!.ErrorMessage);
    }

    [Fact]
    [Trait("Time", "Long")]
    public async Task What_does_not_exist_is_not_tried_again()
    {
        await RegisterAsync(code => code.AddOrchestratorFunc<object?>("Try", (context, _) =>
            context.CallActivityAsync("Nobody", TaskOptions.FromRetryPolicy(new RetryPolicy(5, TimeSpan.FromMinutes(1))))));

        await StartAsync("Try", "a");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, await StatusAsync("a"));
        Assert.Equal("ActivityTaskNotFound", (await InstanceAsync("a")).FailureDetails!.InnerFailure!.ErrorType);
    }

    [Fact]
    public async Task What_does_not_exist_is_not_asked_of_a_handler()
    {
        await RegisterAsync(code => code.AddOrchestratorFunc<object?>("Try", (context, _) => context.CallSubOrchestratorAsync(
            "Nobody", TaskOptions.FromRetryHandler((RetryContext _) => Asked()))));

        await StartAsync("Try", "a");

        Assert.Equal("OrchestratorTaskNotFound", (await InstanceAsync("a")).FailureDetails!.InnerFailure!.ErrorType);
    }

    [Fact]
    [Trait("Time", "Long")]
    public async Task A_sub_orchestration_is_tried_again_as_well()
    {
        int attempts = 0;
        await RegisterAsync(code => code
            .AddOrchestratorFunc<object?, string>("Parent", (context, _) => context.CallSubOrchestratorAsync<string>(
                "Child", null, TaskOptions.FromRetryPolicy(new RetryPolicy(3, TimeSpan.FromMinutes(1))).WithInstanceId("child")))
            .AddOrchestratorFunc<object?, string>("Child", (_, _) =>
                ++attempts < 3 ? throw new InvalidOperationException("not yet") : Task.FromResult("done")));

        await StartAsync("Parent", "a");
        await PassAsync(TimeSpan.FromHours(1));

        Assert.Equal("done", await OutputAsync<string>("a"));
    }

    [Fact]
    [Trait("Time", "Long")]
    public void A_policy_that_makes_no_sense_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new RetryPolicy(0, TimeSpan.FromMinutes(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RetryPolicy(1, TimeSpan.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RetryPolicy(1, TimeSpan.FromMinutes(1), 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RetryPolicy(1, TimeSpan.FromMinutes(2), 1, TimeSpan.FromMinutes(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RetryPolicy(1, TimeSpan.FromMinutes(2), 1, null, TimeSpan.FromMinutes(1)));
    }

    private static bool Asked() => throw new InvalidOperationException("The handler was asked.");

    private async Task RunAsync(TaskOptions options, int succeedsAt = int.MaxValue, TimeSpan? wait = null)
    {
        DateTimeOffset? began = null;
        await RegisterAsync(code => code
            .AddOrchestratorFunc<object?>("Try", (context, _) => context.CallActivityAsync("Send", options))
            .AddActivityFunc("Send", _ =>
            {
                began ??= Subject.Now;
                minutes.Add((Subject.Now - began.Value).TotalMinutes);
                return minutes.Count < succeedsAt ? throw new IOException($"attempt {minutes.Count}") : Task.CompletedTask;
            }));
        await StartAsync("Try", "a");
        await PassAsync(wait ?? TimeSpan.FromDays(1));
    }
}
