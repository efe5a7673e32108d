using System.Globalization;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Rettidig.Contract.Tests.Durable;

/// <summary>
/// The process dies at every single commit of a story that uses everything, and is started again: the outcome is that
/// of the story without a crash, and nothing but activities whose result was not recorded has run again.
/// </summary>
public sealed class CrashTests
{
    private readonly List<string> ran = [];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(8)]
    public async Task A_process_that_dies_again_and_again_loses_nothing_and_doubles_nothing(int commitsBetweenDeaths)
    {
        string expected = await TellAsync(int.MaxValue);
        string[] once = [.. ran];
        ran.Clear();

        string outcome = await TellAsync(commitsBetweenDeaths);

        Assert.Equal(expected, outcome);
        Assert.Equal(once.Distinct().Order(), ran.Distinct().Order());
    }

    [Fact]
    public async Task Whichever_commit_is_the_one_that_fails_the_outcome_is_the_same()
    {
        string expected = await TellAsync(int.MaxValue);
        int once = ran.Count;

        for (int commit = 0; commit <= 40; commit++)
        {
            ran.Clear();
            Assert.Equal(expected, await TellAsync(commit, deaths: 1));
            Assert.InRange(ran.Count, once, once + 2);
        }
    }

    [Fact]
    public async Task An_activity_whose_result_was_recorded_never_runs_again()
    {
        await using var subject = new EmbeddedSubject();
        await subject.StartAsync(Register);
        await subject.Client.ScheduleNewOrchestrationInstanceAsync("Story", 0, new StartOrchestrationOptions("a"));
        await subject.SettleAsync();
        string[] before = [.. ran];

        for (int restart = 0; restart < 3; restart++)
        {
            await subject.StartAsync(Register);
            await subject.SettleAsync();
        }

        Assert.NotEmpty(before);
        Assert.Equal(before, ran);
    }

    private async Task<string> TellAsync(int commitsBetweenDeaths, int deaths = int.MaxValue)
    {
        await using var subject = new EmbeddedSubject();
        await subject.StartAsync(Register);
        await subject.Client.ScheduleNewOrchestrationInstanceAsync("Story", 0, new StartOrchestrationOptions("a"));
        await subject.Client.RaiseEventAsync("a", "news", "early");
        await subject.Client.RaiseEventAsync("a", "news", "second");
        DateTimeOffset end = subject.Now.AddDays(10);
        while (!await ReachesAsync(subject, end, deaths > 0 ? commitsBetweenDeaths : int.MaxValue))
        {
            deaths--;
            await subject.StartAsync(Register);
        }

        OrchestrationMetadata? story = await subject.Client.GetInstanceAsync("a", true);
        OrchestrationMetadata? child = await subject.Client.GetInstanceAsync("child", true);
        return $"{story!.RuntimeStatus} {story.SerializedOutput} {story.SerializedCustomStatus} {story.FailureDetails} {child!.SerializedOutput}";
    }

    /// <summary>False when the process died on the way.</summary>
    private static async Task<bool> ReachesAsync(EmbeddedSubject subject, DateTimeOffset end, int commits)
    {
        subject.Store.BeforeCommit = () =>
        {
            if (commits-- <= 0)
            {
                throw new ProcessDiedException();
            }
        };
        try
        {
            await subject.PassAsync(end - subject.Now);
            return true;
        }
        catch (ProcessDiedException)
        {
            return false;
        }
    }

    private void Register(DurableTaskRegistry code) => code
        .AddOrchestratorFunc<int, string>("Story", StoryAsync)
        .AddOrchestratorFunc<string, string>("Child", async (context, input) =>
        {
            await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
            return await context.CallActivityAsync<string>("Note", $"child {input}");
        })
        .AddActivityFunc<string, string>("Note", (_, what) =>
        {
            ran.Add(what);
            return what;
        })
        .AddActivityFunc<string>("Fail", (_, what) =>
        {
            ran.Add(what);
            throw new IOException(what);
        });

    private static async Task<string> StoryAsync(TaskOrchestrationContext context, int life)
    {
        string a = await context.CallActivityAsync<string>("Note", $"a{life}");
        string[] both = await Task.WhenAll(
            context.CallActivityAsync<string>("Note", $"b{life}"), context.CallActivityAsync<string>("Note", $"c{life}"));
        string news = life < 2 ? await context.WaitForExternalEvent<string>("news") : "none";
        context.SetCustomStatus($"{a} {string.Join(' ', both)} {news}");
        if (life < 2)
        {
            context.ContinueAsNew(life + 1);
            return string.Empty;
        }

        string child = await context.CallSubOrchestratorAsync<string>("Child", news, new SubOrchestrationOptions(instanceId: "child"));
        string failure = await FailAsync(context);
        return string.Create(CultureInfo.InvariantCulture, $"{child}; {failure}; {context.CurrentUtcDateTime:u}");
    }

    private static async Task<string> FailAsync(TaskOrchestrationContext context)
    {
        try
        {
            await context.CallActivityAsync("Fail", "fail", TaskOptions.FromRetryPolicy(new RetryPolicy(3, TimeSpan.FromDays(1), 2)));
            return "did not fail";
        }
        catch (TaskFailedException failed)
        {
            return failed.FailureDetails.ErrorMessage;
        }
    }

    private sealed class ProcessDiedException : Exception;
}
