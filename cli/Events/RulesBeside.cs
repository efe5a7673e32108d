using Rettidig.Functions.Rules;
using Rettidig.Functions.Settings;

namespace Rettidig.Cli.Events;

/// <summary>The municipalities' choices that belong to a file of events: the folder <c>rules</c> beside it, where there is one.</summary>
internal static class RulesBeside
{
    /// <summary>The folder; null where there is none.</summary>
    public static string? Folder(string file) =>
        Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, "rules") is var rules && Directory.Exists(rules) ? rules : null;

    /// <summary>The rule books of the folder.</summary>
    /// <exception cref="SettingException">A file in it cannot be used.</exception>
    public static RuleBooks Books(string file) =>
        Folder(file) is { } folder ? RulesFolder.ReadAll(folder) : new RuleBooks(new Dictionary<string, Domain.Rules.MunicipalRules>());
}
