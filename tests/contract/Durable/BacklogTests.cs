using System.Globalization;
using Microsoft.DurableTask;
using Rettidig.SelfHost.Storage;

namespace Rettidig.Contract.Tests.Durable;

/// <summary>An instance with many events before it takes them in.</summary>
public sealed class BacklogTests
{
    [Fact]
    public async Task A_long_queue_of_events_is_not_written_anew_again_and_again_by_code_that_starts_over_after_each()
    {
        const int Events = 3_000;
        await using var subject = new EmbeddedSubject();
        await subject.StartAsync(code => code.AddOrchestratorFunc<int>("Count", async (context, seen) =>
        {
            int next = await context.WaitForExternalEvent<int>("news");
            context.ContinueAsNew(next == seen ? seen + 1 : -1);
        }));
        await subject.Client.ScheduleNewOrchestrationInstanceAsync("Count", 0, new StartOrchestrationOptions("a"));
        foreach (int i in Enumerable.Range(0, Events))
        {
            await subject.Client.RaiseEventAsync("a", "news", i);
        }

        long before = RowsChanged(subject.Store);
        await subject.SettleAsync();

        Assert.Equal(Events.ToString(CultureInfo.InvariantCulture), (await subject.Client.GetInstanceAsync("a", getInputsAndOutputs: true))!.SerializedInput);
        Assert.InRange((RowsChanged(subject.Store) - before) / Events, 1, 20);
    }

    private static long RowsChanged(SqliteStore store) => store.Read(session => session.TotalChanges);
}
