using Azure.Data.Tables;
using Rettidig.Domain.Rules.Settings;
using Rettidig.Functions.Storage;

namespace Rettidig.Functions.Rules;

/// <summary>
/// What each municipality has chosen over time of the terms and of the duties that are on, so that what was closed under a
/// term is judged by it after the term has changed.
/// </summary>
public sealed class RuleVersions(Tables tables)
{
    private const string KeptSince = "kept-since";

    /// <summary>The versions of a municipality, oldest first.</summary>
    public async Task<IReadOnlyList<RulesInForce>> ReadAsync(string municipality, CancellationToken cancellationToken)
    {
        var versions = new List<RulesInForce>();
        await foreach (TableEntity row in tables.RuleVersions.PartitionAsync(municipality, cancellationToken))
        {
            versions.Add(new RulesInForce(row.GetInstant("Since")!.Value, SettingsText.Read(row.Text("Settings"))));
        }

        return versions;
    }

    /// <summary>Adds what is chosen from a moment on.</summary>
    internal Task AddAsync(string municipality, RulesInForce version, CancellationToken cancellationToken)
    {
        var row = new TableEntity(municipality, $"{version.Since.ToUnixTimeMilliseconds():D15}")
        {
            ["Since"] = version.Since.ToDateTimeOffset(),
            ["Settings"] = SettingsText.Of(version.Rules),
        };
        return tables.RuleVersions.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
    }

    /// <summary>Whether versions were kept before; from now on they are.</summary>
    internal async Task<bool> WereKeptAsync(CancellationToken cancellationToken)
    {
        bool kept = await tables.RuleVersions.FindAsync("all", KeptSince, cancellationToken) is not null;
        await tables.RuleVersions.UpsertEntityAsync(new TableEntity("all", KeptSince), TableUpdateMode.Replace, cancellationToken);
        return kept;
    }
}
