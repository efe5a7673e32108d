using NodaTime;

namespace Rettidig.Domain.Rules.Settings;

/// <summary>Reads a municipality's settings: the top of the file, and what must fit together across it.</summary>
internal static class SettingsReader
{
    /// <summary>The settings there are.</summary>
    public static readonly IReadOnlyList<string> Names =
        ["$schema", "siteNotices", "digestDay", "digestTime", "quietHours", "terms", "ladders", "duties"];

    public static readonly IReadOnlyList<IsoDayOfWeek> Week =
        [IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday, IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday];

    /// <exception cref="RulesException">Something in it cannot be used.</exception>
    public static MunicipalRules Read(SettingsNode file)
    {
        MunicipalRules rules = file.Properties(Names, "indstilling").Aggregate(MunicipalRules.Default, (soFar, setting) => Apply(soFar, setting.Name, setting.Node));
        LadderReader.CheckOrder(file, rules);
        CheckDigest(file, rules);
        return rules;
    }

    private static MunicipalRules Apply(MunicipalRules rules, string name, SettingsNode node) => name switch
    {
        "siteNotices" => rules with { SiteNotices = node.Bool() },
        "digestDay" => rules with { DigestDay = node.Weekday(Week) },
        "digestTime" => rules with { DigestTime = node.Time() },
        "quietHours" => rules with { QuietHours = QuietHoursReader.Read(node) },
        "terms" => rules with { Terms = TermReader.Read(node) },
        "ladders" => rules with { Ladders = LadderReader.Read(node) },
        "duties" => DutySwitches.Read(node, rules),
        _ => rules, // "$schema" is for editors
    };

    /// <summary>A digest that is ordered for a time when no mail goes would never be what was ordered.</summary>
    private static void CheckDigest(SettingsNode file, MunicipalRules rules)
    {
        if (rules.QuietHours.At(rules.DigestTime) || rules.QuietHours.Days.Contains(rules.DigestDay))
        {
            throw (file with { Path = "$.quietHours" }).Fault("dækker det tidspunkt, ugeoversigten sendes på: ret quietHours, eller vælg en anden digestDay eller digestTime");
        }
    }
}
