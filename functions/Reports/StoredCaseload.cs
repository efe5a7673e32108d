using Microsoft.Extensions.Configuration;
using Rettidig.Functions.Events;
using Rettidig.Functions.Settings;
using Rettidig.Functions.Storage;

namespace Rettidig.Functions.Reports;

/// <summary>The caseload in the store, for a program that is not the service: the service may be running meanwhile.</summary>
public static class StoredCaseload
{
    /// <summary>Reports over the store that the settings <c>Storage</c> and <c>Rules</c> lead to.</summary>
    /// <exception cref="SettingException">A setting is missing or cannot be used.</exception>
    public static CaseloadReports Open(IConfiguration configuration) =>
        new(new PlacementLogs(new Tables(StorageSettings.Connect(configuration))), RulesFolder.Read(configuration));
}
