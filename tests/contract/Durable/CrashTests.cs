using Microsoft.DurableTask.Client;

namespace Rettidig.Contract.Tests.Durable;

/// <summary>
/// The process dies at every write in turn, just before the commit and just after it, and is started again: the outcome
/// is that of the story without a crash, and no activity runs again whose result was recorded.
/// </summary>
public sealed class CrashTests
{
    public static TheoryData<string> Scenarios => [.. CrashScenario.All.Select(scenario => scenario.Name)];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public async Task Whichever_write_is_the_last_of_a_process_nothing_is_lost_and_nothing_happens_twice(string name)
    {
        CrashScenario scenario = CrashScenario.All.Single(candidate => candidate.Name == name);
        var undisturbed = new CrashRun(scenario);
        string expected = await undisturbed.TellAsync([]);
        Assert.True(undisturbed.Writes > 5, "Expected a story of several writes.");

        for (int write = 0; write < undisturbed.Writes; write++)
        {
            foreach (bool after in (bool[])[false, true])
            {
                var run = new CrashRun(scenario);
                string outcome = await run.TellAsync([new Death(write, after)]);
                Assert.True(expected == outcome, $"Dead {(after ? "after" : "before")} write {write}:\n{outcome}\nbut undisturbed:\n{expected}");
                Assert.Equal(undisturbed.Ran.Distinct().Order(), run.Ran.Distinct().Order());
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(8)]
    public async Task A_process_that_dies_again_and_again_gets_there_all_the_same(int every)
    {
        foreach (CrashScenario scenario in CrashScenario.All)
        {
            string expected = await new CrashRun(scenario).TellAsync([]);

            string outcome = await new CrashRun(scenario).TellAsync([.. Enumerable.Range(1, 400).Select(n => new Death(n * every, n % 2 == 0))]);

            Assert.Equal(expected, outcome);
        }
    }

    [Fact]
    public async Task An_activity_whose_result_was_recorded_never_runs_again()
    {
        var ran = new List<string>();
        CrashScenario scenario = CrashScenario.All[0];
        await using var subject = new EmbeddedSubject();
        await subject.StartAsync(code => scenario.Register(code, ran.Add));
        await scenario.Steps[0](subject.Client);
        await subject.SettleAsync();
        string[] before = [.. ran];

        for (int restart = 0; restart < 3; restart++)
        {
            await subject.StartAsync(code => scenario.Register(code, ran.Add));
            await subject.SettleAsync();
        }

        Assert.NotEmpty(before);
        Assert.Equal(before, ran);
    }

    /// <summary>When a process dies.</summary>
    /// <param name="Write">At which of all writes since the beginning.</param>
    /// <param name="After">After its commit, before anybody is told; else before it.</param>
    internal sealed record Death(int Write, bool After);

    /// <summary>One telling of a story.</summary>
    private sealed class CrashRun(CrashScenario scenario)
    {
        private readonly HashSet<string> recorded = [];
        private Queue<Death> deaths = [];

        /// <summary>The activities that ran, in order.</summary>
        public List<string> Ran { get; } = [];

        /// <summary>Writes while the story settled.</summary>
        public int Writes { get; private set; }

        /// <summary>Tells it and says what came of every instance.</summary>
        public async Task<string> TellAsync(IEnumerable<Death> when)
        {
            deaths = new Queue<Death>(when);
            await using var subject = new EmbeddedSubject();
            await StartAsync(subject);
            foreach (Func<DurableTaskClient, Task<TimeSpan>> step in scenario.Steps)
            {
                DateTimeOffset end = subject.Now + await step(subject.Client);
                while (!await ReachesAsync(subject, end))
                {
                    await StartAsync(subject);
                    Remember(subject);
                }
            }

            return await OutcomeAsync(subject);
        }

        private static async Task<string> OutcomeAsync(EmbeddedSubject subject)
        {
            var lines = new List<string>();
            await foreach (OrchestrationMetadata instance in subject.Client.GetAllInstancesAsync(new OrchestrationQuery { FetchInputsAndOutputs = true }))
            {
                lines.Add($"{instance.InstanceId} {instance.RuntimeStatus} {instance.SerializedInput} {instance.SerializedOutput} {instance.SerializedCustomStatus} {instance.FailureDetails}");
            }

            return string.Join('\n', lines);
        }

        private Task StartAsync(EmbeddedSubject subject) => subject.StartAsync(code => scenario.Register(code, what =>
        {
            Assert.DoesNotContain(what, recorded);
            Ran.Add(what);
        }));

        /// <summary>What has run and does not wait in the file any more is recorded, and must not run again.</summary>
        private void Remember(EmbeddedSubject subject)
        {
            HashSet<string> waiting = [.. subject.Store.Read(session => session.Query(
                "SELECT name, input FROM durable_activities", row => $"{row.GetString(0)} {row.GetString(1).Trim('"').Replace("\\u00F8", "ø", StringComparison.Ordinal)}"))];
            // "Fail" is called again by its retries, with the same input: only of the others can one be told from the next.
            recorded.UnionWith(Ran.Where(what => what.StartsWith("Note", StringComparison.Ordinal) && !waiting.Contains(what)));
        }

        /// <summary>False when the process died on the way.</summary>
        private async Task<bool> ReachesAsync(EmbeddedSubject subject, DateTimeOffset end)
        {
            subject.Store.BeforeCommit = () => DieIf(after: false);
            subject.Store.AfterCommit = () =>
            {
                DieIf(after: true);
                Writes++;
            };
            try
            {
                await subject.PassAsync(end - subject.Now);
                subject.Store.BeforeCommit = subject.Store.AfterCommit = null;
                return true;
            }
            catch (ProcessDiedException)
            {
                return false;
            }
        }

        private void DieIf(bool after)
        {
            if (deaths.TryPeek(out Death? death) && death.After == after && death.Write <= Writes)
            {
                deaths.Dequeue();
                Writes++;
                throw new ProcessDiedException();
            }
        }
    }

    private sealed class ProcessDiedException : Exception;
}
