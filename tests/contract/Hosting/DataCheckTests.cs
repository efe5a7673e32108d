using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.Extensions.Hosting;
using Rettidig.SelfHost.Hosting;
using Rettidig.SelfHost.Storage;

namespace Rettidig.Contract.Tests.Hosting;

/// <summary>What is found when somebody looks a data folder over.</summary>
public sealed class DataCheckTests : IDisposable
{
    private readonly TemporaryFolder data = new();

    public void Dispose() => data.Dispose();

    [Fact]
    public void A_folder_without_a_data_file_is_told()
    {
        Finding finding = Assert.Single(DataCheck.Look(data.Path, TestApp.Monday));

        Assert.Equal((FindingKind.Problem, $"Der er ingen datafil i {data.Path}: start tjenesten, eller peg på dens datamappe med --data."), (finding.Kind, finding.Text));
    }

    [Fact]
    public void A_sound_file_is_told_while_its_service_runs_and_after()
    {
        using (IHost host = TestApp.Builder(data, new Journal(), typeof(Story)).Build())
        {
            Assert.True(DataFolder.IsHeld(data.Path));
        }

        IReadOnlyList<Finding> findings = DataCheck.Look(data.Path, TestApp.Monday);

        Assert.False(DataFolder.IsHeld(data.Path));
        Assert.DoesNotContain(findings, finding => finding.Kind == FindingKind.Problem);
        Assert.Contains(findings, finding => finding.Text == "Datafilen er hel.");
        Assert.Contains(findings, finding => finding.Text == "Forløb: 0 sover, 0 har noget at lave nu, 0 er slut.");
    }

    [Fact]
    public async Task What_has_not_been_copied_from_the_log_into_the_file_counts_as_well()
    {
        await using SqliteStore store = SqliteStore.Open(Path.Combine(data.Path, "rettidig.db"));
        store.EnsureSchema("notes", ["CREATE TABLE notes (text BLOB NOT NULL);"]);
        await store.WriteAsync(session => session.Execute("INSERT INTO notes (text) VALUES ($1)", new byte[3 << 20]));

        Assert.Contains(DataCheck.Look(data.Path, TestApp.Monday), finding => finding.Text.StartsWith("Datafilen fylder 3 MB", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_that_a_newer_version_wrote_is_told_before_somebody_starts_on_it()
    {
        using (IHost host = TestApp.Builder(data, new Journal(), typeof(Story)).Build())
        {
        }

        await using SqliteStore store = SqliteStore.Open(Path.Combine(data.Path, "rettidig.db"));
        Assert.Equal(1, await store.WriteAsync(session => session.Execute("UPDATE schema_versions SET version = 99 WHERE part = 'durable'")));

        Finding problem = Assert.Single(DataCheck.Look(data.Path, TestApp.Monday), finding => finding.Kind == FindingKind.Problem);

        Assert.Contains("er skrevet af en nyere version af programmet (delen 'durable' har version 99", problem.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Looking_leaves_nothing_in_the_folder_of_a_service_that_has_stopped()
    {
        TestApp.Builder(data, new Journal(), typeof(Story)).Build().Dispose();
        string[] before = [.. Directory.EnumerateFiles(data.Path).Order(StringComparer.Ordinal)];

        Assert.Contains(DataCheck.Look(data.Path, TestApp.Monday), finding => finding.Text == "Datafilen er hel.");

        Assert.Equal(before, Directory.EnumerateFiles(data.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_file_that_is_no_data_file_is_told()
    {
        File.WriteAllText(Path.Combine(data.Path, "rettidig.db"), new string('x', 5000));

        Assert.Contains(DataCheck.Look(data.Path, TestApp.Monday), finding => finding.Kind == FindingKind.Problem && finding.Text.Contains("er ikke en datafil fra Rettidig", StringComparison.Ordinal));
    }

    private sealed class Story
    {
        [Function("Wait")]
        public static Task WaitAsync([OrchestrationTrigger] TaskOrchestrationContext context) => context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
    }
}
