using Microsoft.DurableTask.Client;

namespace Rettidig.Functions.Departures;

/// <summary>The instances that are about a municipality.</summary>
internal static class MunicipalityInstances
{
    /// <summary>What their ids begin with. A reconsideration of all municipalities holds a reference of each.</summary>
    private static string[] Prefixes(string municipality) =>
        [$"placement:{municipality}:", $"round:{municipality}:", $"digest:{municipality}:", $"reconsider:{municipality}-", "reconsider:all-"];

    public static async IAsyncEnumerable<OrchestrationMetadata> ReadAsync(DurableTaskClient client, string municipality)
    {
        foreach (string prefix in Prefixes(municipality))
        {
            await foreach (OrchestrationMetadata instance in client.GetAllInstancesAsync(new OrchestrationQuery { InstanceIdPrefix = prefix }))
            {
                yield return instance;
            }
        }
    }
}
