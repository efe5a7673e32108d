using System.Diagnostics;
using Rettidig.Unit.Tests.Architecture;

namespace Rettidig.Unit.Tests.Deployment;

/// <summary>What azd does before it makes anything, with an <c>az</c> and an <c>azd</c> that only tell what they were asked.</summary>
public sealed class ProvisionHookTests : IDisposable
{
    private readonly DirectoryInfo tools = Directory.CreateTempSubdirectory("rettidig-hook-");

    public void Dispose() => tools.Delete(recursive: true);

    [Fact]
    public async Task A_budget_goes_on_counting_from_the_month_it_was_made_in()
    {
        (int code, string said, _) = await RunAsync("echo 2026-03-01T00:00:00Z", ("SITELINKS_KEY", "there"));

        Assert.Equal((0, "env set BUDGET_START 2026-03-01\n"), (code, said));
    }

    [Fact]
    public async Task A_budget_that_is_not_there_yet_counts_from_the_first_of_a_month()
    {
        (int code, string said, _) = await RunAsync("echo 'not found' >&2; exit 3", ("SITELINKS_KEY", "there"));

        Assert.Equal(0, code);
        Assert.Matches(@"\Aenv set BUDGET_START \d{4}-\d\d-01\n\z", said);
    }

    [Fact]
    public async Task What_was_chosen_before_stays()
    {
        (int code, string said, _) = await RunAsync("echo 2026-03-01", ("SITELINKS_KEY", "there"), ("BUDGET_START", "2026-01-01"));

        Assert.Equal((0, ""), (code, said));
    }

    [Fact]
    public async Task A_person_is_given_a_key_for_links_and_a_pipeline_is_told_to_bring_it()
    {
        (int code, string said, _) = await RunAsync("exit 1", ("BUDGET_START", "2026-01-01"));
        (int refused, string nothing, string told) = await RunAsync("exit 1", ("BUDGET_START", "2026-01-01"), ("CI", "true"));

        Assert.Equal(0, code);
        Assert.Matches(@"\Aenv set SITELINKS_KEY \S{64}\n\z", said);
        Assert.Equal((1, ""), (refused, nothing));
        Assert.StartsWith("SITELINKS_KEY mangler", told, StringComparison.Ordinal);
    }

    private async Task<(int Code, string Said, string Told)> RunAsync(string az, params (string Name, string Value)[] environment)
    {
        Tool("az", az);
        Tool("azd", "echo \"$@\"");
        var start = new ProcessStartInfo("sh", [Repository.Full("infra/hooks/preprovision.sh")]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string name in (string[])["CI", "SITELINKS_KEY", "BUDGET_START"])
        {
            start.Environment.Remove(name);
        }

        start.Environment["PATH"] = $"{tools.FullName}:{Environment.GetEnvironmentVariable("PATH")}";
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        using Process hook = Process.Start(start)!;
        Task<string> told = hook.StandardError.ReadToEndAsync();
        string said = await hook.StandardOutput.ReadToEndAsync();
        await hook.WaitForExitAsync();
        return (hook.ExitCode, said, await told);
    }

    private void Tool(string name, string script)
    {
        string path = Path.Combine(tools.FullName, name);
        File.WriteAllText(path, $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
