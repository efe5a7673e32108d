using Azure;
using Microsoft.Extensions.Configuration;
using Rettidig.Domain.Rules.Settings;
using Rettidig.Functions.Events;
using Rettidig.Functions.Placements;
using Rettidig.Functions.Rules;
using Rettidig.Functions.Settings;
using Rettidig.Functions.Storage;

namespace Rettidig.Functions.Reports;

/// <summary>The caseload in the store, for a program that is not the service: the service may be running meanwhile, and nothing is written.</summary>
public static class StoredCaseload
{
    /// <summary>Reports over the store that the settings <c>Storage</c> and <c>Rules</c> lead to, by the rules the municipalities have and had.</summary>
    /// <exception cref="SettingException">A setting is missing or cannot be used.</exception>
    public static async Task<CaseloadReports> OpenAsync(IConfiguration configuration, TimeProvider time, CancellationToken cancellationToken)
    {
        RuleBooks books = RulesFolder.Read(configuration);
        var tables = new Tables(StorageSettings.Connect(configuration));
        var versions = new RuleVersions(tables);
        var codes = new List<string>();
        try
        {
            foreach (Municipality municipality in await new Municipalities(tables, time).ReadAsync(cancellationToken))
            {
                codes.Add(municipality.Code);
                books.Remember(municipality.Code, History(await versions.ReadAsync(municipality.Code, cancellationToken), books, municipality.Code, time));
            }
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            // A store from before versions were kept: what is chosen now is all there is to know.
        }

        return new CaseloadReports(new PlacementLogs(tables), books) { Municipalities = codes };
    }

    private static IReadOnlyList<RulesInForce> History(IReadOnlyList<RulesInForce> kept, RuleBooks books, string municipality, TimeProvider time) =>
        kept.Count > 0 && SettingsText.AreSame(kept[^1].Rules, books.ChoicesOf(municipality))
            ? [.. kept.SkipLast(1), kept[^1] with { Rules = books.ChoicesOf(municipality) }]
            : [.. kept, new RulesInForce(time.Now(), books.ChoicesOf(municipality))];
}
