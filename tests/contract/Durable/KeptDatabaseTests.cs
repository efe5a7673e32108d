using System.Globalization;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Rettidig.SelfHost.Durable;

namespace Rettidig.Contract.Tests.Durable;

/// <summary>Data files that earlier versions wrote are brought up to date, and everything in them goes on.</summary>
public sealed class KeptDatabaseTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Databases");

    public static TheoryData<int> Versions => [.. Enumerable.Range(1, DurableSchema.Scripts.Length)];

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Every_instance_in_a_kept_file_goes_on_as_if_nothing_had_been(int version)
    {
        await using var subject = new EmbeddedSubject(KeptStories.Start, File(version));
        await subject.StartAsync(KeptStories.Register);

        await subject.PassAsync(TimeSpan.FromDays(60));

        Assert.Equal(
            [
                "child: Completed child woke 2026-04-01",
                "done: Completed æøå",
                "failed: Failed outer, inner",
                "fresh: Completed ab",
                "later: Completed later woke 2026-04-11",
                "listener: Completed 123",
                "parent: Completed child woke 2026-04-01",
                "sleeper: Completed sleeper woke 2026-04-01",
                "worker: Completed ab",
            ],
            await InstancesAsync(subject));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_kept_file_can_be_brought_up_to_date_again_and_again(int version)
    {
        await using var subject = new EmbeddedSubject(KeptStories.Start, File(version));
        for (int start = 0; start < 3; start++)
        {
            await subject.StartAsync(KeptStories.Register);
        }

        Assert.Equal(
            DurableSchema.Scripts.Length,
            subject.Store.Read(session => session.First("SELECT version FROM schema_versions WHERE part = 'durable'", row => row.GetInt32(0))));
    }

    [Fact]
    public async Task There_is_a_kept_file_of_the_newest_version()
    {
        string newest = File(DurableSchema.Scripts.Length);
        if (!System.IO.File.Exists(newest))
        {
            Directory.CreateDirectory(Folder);
            await KeptStories.WriteAsync(newest);
            Assert.Fail($"There was none, so {newest} has been written: copy it to tests/contract/Databases and keep it.");
        }
    }

    private static string File(int version) => Path.Combine(Folder, string.Create(CultureInfo.InvariantCulture, $"durable-{version}.db"));

    private static async Task<List<string>> InstancesAsync(EmbeddedSubject subject)
    {
        var found = new List<string>();
        await foreach (OrchestrationMetadata instance in subject.Client.GetAllInstancesAsync(new OrchestrationQuery { FetchInputsAndOutputs = true }))
        {
            TaskFailureDetails? failure = instance.FailureDetails;
            found.Add($"{instance.InstanceId}: {instance.RuntimeStatus} {instance.ReadOutputAs<string>()}{failure?.ErrorMessage}{(failure is null ? "" : ", ")}{failure?.InnerFailure?.ErrorMessage}");
        }

        return found;
    }
}
