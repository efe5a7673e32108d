using System.Diagnostics;
using System.Text.Json;
using Rettidig.Unit.Tests.Architecture;

namespace Rettidig.Unit.Tests.Deployment;

/// <summary>What a build for Azure is made of: the projects as MSBuild evaluates them with the one switch on, and host.json.</summary>
public sealed class AzurePackagesTests
{
    [Fact]
    public async Task With_the_switch_the_app_is_built_of_the_real_packages_and_nothing_embedded()
    {
        JsonElement items = await EvaluateAsync("functions/Rettidig.Functions.csproj");

        Assert.Equal(
            [
                "Azure.Data.Tables", "Azure.Identity", "Azure.Messaging.ServiceBus", "Microsoft.Azure.Functions.Worker",
                "Microsoft.Azure.Functions.Worker.Extensions.DurableTask", "Microsoft.Azure.Functions.Worker.Extensions.Http",
                "Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore", "Microsoft.Azure.Functions.Worker.Extensions.ServiceBus",
                "Microsoft.Azure.Functions.Worker.Extensions.Timer", "Microsoft.Azure.Functions.Worker.Sdk", "SendGrid", "System.IO.Hashing",
            ],
            Names(items, "PackageReference").Order(StringComparer.Ordinal));
        Assert.Equal(["../orchestrations/Rettidig.Orchestrations.csproj"], Names(items, "ProjectReference"));
    }

    [Fact]
    public async Task With_the_switch_the_versions_are_those_that_were_read_for_compatibility()
    {
        JsonElement items = await EvaluateAsync("orchestrations/Rettidig.Orchestrations.csproj");
        Dictionary<string, string> versions = items.GetProperty("PackageVersion").EnumerateArray()
            .ToDictionary(item => item.GetProperty("Identity").GetString()!, item => item.GetProperty("Version").GetString()!);

        Assert.Equal(
            ("2.52.0", "2.0.7", "1.15.0", "5.24.0", "4.3.1", "3.3.0", "2.1.1"),
            (versions["Microsoft.Azure.Functions.Worker"], versions["Microsoft.Azure.Functions.Worker.Sdk"], versions["Microsoft.Azure.Functions.Worker.Extensions.DurableTask"],
                versions["Microsoft.Azure.Functions.Worker.Extensions.ServiceBus"], versions["Microsoft.Azure.Functions.Worker.Extensions.Timer"],
                versions["Microsoft.Azure.Functions.Worker.Extensions.Http"], versions["Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore"]));
        Assert.Equal(("12.11.0", "7.20.1", "9.29.3"), (versions["Azure.Data.Tables"], versions["Azure.Messaging.ServiceBus"], versions["SendGrid"]));
        Assert.DoesNotContain(Names(items, "ProjectReference"), project => project.Contains("selfhost", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_app_is_a_program_of_the_isolated_worker_and_takes_host_json_along()
    {
        JsonElement evaluated = await EvaluateAsync("functions/Rettidig.Functions.csproj", "OutputType", "AzureFunctionsVersion", "TargetFramework");
        JsonElement none = evaluated.GetProperty("None");

        Assert.Contains(none.EnumerateArray(), item => item.GetProperty("Identity").GetString() == "../host.json" && item.GetProperty("CopyToOutputDirectory").GetString() == "PreserveNewest");
        Assert.Equal(("Exe", "v4", "net10.0"), (evaluated.GetProperty("OutputType").GetString(), evaluated.GetProperty("AzureFunctionsVersion").GetString(), evaluated.GetProperty("TargetFramework").GetString()));
    }

    [Fact]
    public void The_host_knows_its_hub_its_storage_and_its_limits()
    {
        using JsonDocument host = JsonDocument.Parse(File.ReadAllText(Repository.Full("host.json")));
        JsonElement extensions = host.RootElement.GetProperty("extensions");
        JsonElement durable = extensions.GetProperty("durableTask");
        JsonElement bus = extensions.GetProperty("serviceBus");
        JsonElement sampling = host.RootElement.GetProperty("logging").GetProperty("applicationInsights").GetProperty("samplingSettings");

        Assert.Equal("2.0", host.RootElement.GetProperty("version").GetString());
        Assert.Equal(("Rettidig", "AzureStorage"), (durable.GetProperty("hubName").GetString(), durable.GetProperty("storageProvider").GetProperty("type").GetString()));
        Assert.True(durable.GetProperty("maxConcurrentOrchestratorFunctions").GetInt32() > 0 && durable.GetProperty("maxConcurrentActivityFunctions").GetInt32() > 0);
        Assert.Equal((false, 16), (bus.GetProperty("autoCompleteMessages").GetBoolean(), bus.GetProperty("maxConcurrentCalls").GetInt32()));
        Assert.Equal("", extensions.GetProperty("http").GetProperty("routePrefix").GetString());

        // Alerts count requests: those must all be there, whatever is left out of the rest.
        Assert.True(sampling.GetProperty("isEnabled").GetBoolean());
        Assert.Contains("Request", sampling.GetProperty("excludedTypes").GetString(), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Names(JsonElement items, string kind) =>
        items.GetProperty(kind).EnumerateArray().Select(item => item.GetProperty("Identity").GetString()!);

    /// <summary>Items, and properties where they are asked for, as MSBuild sees them; nothing is restored or built.</summary>
    private static async Task<JsonElement> EvaluateAsync(string project, params string[] properties)
    {
        var start = new ProcessStartInfo("dotnet",
        [
            "msbuild", Repository.Full(project), "-p:AzurePackages=true", "-getItem:PackageReference,ProjectReference,PackageVersion,None",
            .. properties.Length > 0 ? [$"-getProperty:{string.Join(',', properties)}"] : Array.Empty<string>(),
        ])
        { RedirectStandardOutput = true };
        using Process msbuild = Process.Start(start)!;
        string json = await msbuild.StandardOutput.ReadToEndAsync();
        await msbuild.WaitForExitAsync();
        using JsonDocument document = JsonDocument.Parse(json);
        var all = new Dictionary<string, JsonElement>();
        foreach (string part in new[] { "Items", "Properties" })
        {
            if (document.RootElement.TryGetProperty(part, out JsonElement found))
            {
                found.EnumerateObject().ToList().ForEach(entry => all[entry.Name] = entry.Value.Clone());
            }
        }

        return JsonSerializer.SerializeToElement(all);
    }
}
