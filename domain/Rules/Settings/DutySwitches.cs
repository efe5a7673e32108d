namespace Rettidig.Domain.Rules.Settings;

/// <summary>Reads <c>duties</c>: which Method and Practice duties are on.</summary>
internal static class DutySwitches
{
    /// <summary>The choices, with those the file makes.</summary>
    public static MunicipalRules Read(SettingsNode node, MunicipalRules rules)
    {
        Dictionary<string, Duty> duties = RuleBook.Standard.Duties.ToDictionary(duty => duty.Id, StringComparer.Ordinal);
        HashSet<string> off = new(StringComparer.Ordinal), on = new(StringComparer.Ordinal);
        foreach ((string id, SettingsNode choice) in node.Properties(duties.Keys, "pligt"))
        {
            if (!MayTurnOff(duties[id]))
            {
                throw choice.Fault($"kan ikke slås fra, for pligten er {Basis(duties[id])}: slet linjen");
            }

            (choice.Bool() ? on : off).Add(id);
        }

        return rules with { DutiesOff = off, DutiesOn = on };
    }

    public static bool MayTurnOff(Duty duty) => duty.Kind is DutyKind.Method or DutyKind.Practice;

    private static string Basis(Duty duty) => duty.Kind == DutyKind.Statute ? $"lovens ({duty.Law.Latest})" : $"vejledningens ({duty.Law.Latest})";
}
