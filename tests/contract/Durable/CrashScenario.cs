using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Rettidig.Contract.Tests.Durable;

/// <summary>A story to be told with and without crashes.</summary>
/// <param name="Name">For the report.</param>
/// <param name="Register">Its code. Every activity writes down what it runs as name and input.</param>
/// <param name="Steps">What happens, one after the other. Between steps everything settles; a crash happens while it does.</param>
internal sealed record CrashScenario(string Name, Action<DurableTaskRegistry, Action<string>> Register, IReadOnlyList<Func<DurableTaskClient, Task<TimeSpan>>> Steps)
{
    public static readonly IReadOnlyList<CrashScenario> All = [Story, Gathering, Family, Patience, AgainAndAgain, Leaving];

    public override string ToString() => Name;

    /// <summary>Uses everything: activities, fan-out, events, continue-as-new, a sub-orchestration, retries.</summary>
    private static CrashScenario Story => new(
        "story",
        (code, ran) => Notes(code, ran)
            .AddOrchestratorFunc<int, string>("Story", async (context, life) =>
            {
                string a = await context.CallActivityAsync<string>("Note", $"a{life}");
                string[] both = await Task.WhenAll(context.CallActivityAsync<string>("Note", $"b{life}"), context.CallActivityAsync<string>("Note", $"c{life}"));
                string news = life < 2 ? await context.WaitForExternalEvent<string>("news") : "none";
                context.SetCustomStatus($"{a} {string.Join(' ', both)} {news}");
                if (life < 2)
                {
                    context.ContinueAsNew(life + 1);
                    return string.Empty;
                }

                string child = await context.CallSubOrchestratorAsync<string>("Child", news, new SubOrchestrationOptions(instanceId: "child"));
                return $"{child}; {await FailAsync(context)}; {context.CurrentUtcDateTime:u}";
            })
            .AddOrchestratorFunc<string, string>("Child", async (context, input) =>
            {
                await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
                return await context.CallActivityAsync<string>("Note", $"child {input}");
            }),
        [
            Start("Story", "a", 0),
            Raise("a", "news", "early"),
            Raise("a", "news", "second"),
            Pass(10),
        ]);

    /// <summary>Events that come while it starts over again and again.</summary>
    private static CrashScenario Gathering => new(
        "gathering",
        (code, ran) => Notes(code, ran).AddOrchestratorFunc<string, string>("Gather", async (context, seen) =>
        {
            string news = await context.WaitForExternalEvent<string>("news");
            seen += await context.CallActivityAsync<string>("Note", news);
            if (seen.Length < 6)
            {
                context.ContinueAsNew(seen);
            }

            return seen;
        }),
        [Start("Gather", "a", ""), Raise("a", "news", "1"), .. "23456".Select(news => Raise("a", "NEWS", $"{news}"))]);

    /// <summary>Children that succeed, fail, and are ended with their parent.</summary>
    private static CrashScenario Family => new(
        "family",
        (code, ran) => Notes(code, ran)
            .AddOrchestratorFunc<object?, string>("Parent", async (context, _) =>
            {
                string first = await context.CallSubOrchestratorAsync<string>("Child", "one", new SubOrchestrationOptions(instanceId: "one"));
                string second;
                try
                {
                    second = await context.CallSubOrchestratorAsync<string>("Child", "bad", new SubOrchestrationOptions(instanceId: "bad"));
                }
                catch (TaskFailedException failed)
                {
                    second = failed.FailureDetails.ErrorMessage;
                }

                context.SetCustomStatus($"{first} {second}");
                await context.CallSubOrchestratorAsync<string>("Child", "waits", new SubOrchestrationOptions(instanceId: "waits"));
                return "not reached";
            })
            .AddOrchestratorFunc<string, string>("Child", async (context, name) =>
            {
                if (name == "waits")
                {
                    await context.WaitForExternalEvent<string>("never");
                }

                string noted = await context.CallActivityAsync<string>("Note", name);
                return name == "bad" ? throw new FormatException("bad date") : noted;
            }),
        [Start("Parent", "a", null), Terminate("a")]);

    /// <summary>Timers that fire, that are cancelled, and that space attempts.</summary>
    private static CrashScenario Patience => new(
        "patience",
        (code, ran) => Notes(code, ran).AddOrchestratorFunc<object?, string>("Wait", async (context, _) =>
        {
            using var cancel = new CancellationTokenSource();
            Task<string> news = context.WaitForExternalEvent<string>("news", cancel.Token);
            Task timer = context.CreateTimer(TimeSpan.FromDays(3), cancel.Token);
            string first = await Task.WhenAny(news, timer) == news ? await news : "time";
            cancel.Cancel();
            await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
            return $"{first} {await FailAsync(context)} {context.CurrentUtcDateTime:u}";
        }),
        [Start("Wait", "heard", null), Start("Wait", "silent", null), Pass(1), Raise("heard", "news", "besøg"), Pass(20)]);

    /// <summary>An id that is finished, started again, and purged.</summary>
    private static CrashScenario AgainAndAgain => new(
        "again and again",
        (code, ran) => Notes(code, ran).AddOrchestratorFunc<string, string>("Once", (context, name) => context.CallActivityAsync<string>("Note", name)),
        [
            Start("Once", "a", "first"),
            Start("Once", "a", "second"),
            client => Now(client.PurgeInstanceAsync("a")),
            Start("Once", "a", "third"),
            Start("Once", "b", "other"),
        ]);

    /// <summary>Code that returns, starts over and throws while what it began goes on.</summary>
    private static CrashScenario Leaving => new(
        "leaving",
        (code, ran) => Notes(code, ran)
            .AddOrchestratorFunc<int, string>("Leave", async (context, life) =>
            {
                _ = context.CallActivityAsync<string>("Note", $"left{life}");
                _ = context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
                _ = context.CallSubOrchestratorAsync<string>("Child", life, new SubOrchestrationOptions(instanceId: $"child{life}"));
                string news = await context.WaitForExternalEvent<string>("news");
                context.SetCustomStatus(news);
                if (life < 2)
                {
                    context.ContinueAsNew(life + 1);
                }

                return life < 2 ? news : throw new FormatException(news);
            })
            .AddOrchestratorFunc<int, string>("Child", async (context, life) =>
            {
                await context.CreateTimer(TimeSpan.FromDays(2), CancellationToken.None);
                return await context.CallActivityAsync<string>("Note", $"child{life}");
            }),
        [Start("Leave", "a", 0), Raise("a", "news", "one"), Raise("a", "news", "two"), Pass(3), Pass(1), Raise("a", "news", "three"), Pass(5)]);

    private static DurableTaskRegistry Notes(DurableTaskRegistry code, Action<string> ran) => code
        .AddActivityFunc<string, string>("Note", (_, what) =>
        {
            ran($"Note {what}");
            return what;
        })
        .AddActivityFunc<string>("Fail", (_, what) =>
        {
            ran($"Fail {what}");
            throw new IOException(what);
        });

    private static async Task<string> FailAsync(TaskOrchestrationContext context)
    {
        try
        {
            await context.CallActivityAsync("Fail", context.InstanceId, TaskOptions.FromRetryPolicy(new RetryPolicy(3, TimeSpan.FromDays(1), 2)));
            return "did not fail";
        }
        catch (TaskFailedException failed)
        {
            return failed.FailureDetails.ErrorMessage;
        }
    }

    private static Func<DurableTaskClient, Task<TimeSpan>> Start(string orchestrator, string id, object? input) =>
        client => Now(client.ScheduleNewOrchestrationInstanceAsync(orchestrator, input, new StartOrchestrationOptions(id)));

    private static Func<DurableTaskClient, Task<TimeSpan>> Raise(string id, string name, string payload) => client => Now(client.RaiseEventAsync(id, name, payload));

    private static Func<DurableTaskClient, Task<TimeSpan>> Terminate(string id) =>
        client => Now(client.TerminateInstanceAsync(id, new TerminateInstanceOptions("slut", Recursive: true)));

    private static Func<DurableTaskClient, Task<TimeSpan>> Pass(int days) => _ => Task.FromResult(TimeSpan.FromDays(days));

    private static async Task<TimeSpan> Now(Task done)
    {
        await done;
        return TimeSpan.Zero;
    }
}
