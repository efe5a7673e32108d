namespace Rettidig.Domain.Rules.Settings;

/// <summary>Reads <c>duties</c>: which Method and Practice duties are on.</summary>
internal static class DutySwitches
{
    /// <summary>The ids of the duties that are turned off.</summary>
    public static IReadOnlySet<string> Read(SettingsNode node)
    {
        Dictionary<string, Duty> duties = RuleBook.Standard.Duties.ToDictionary(duty => duty.Id, StringComparer.Ordinal);
        var off = new HashSet<string>(StringComparer.Ordinal);
        foreach ((string id, SettingsNode choice) in node.Properties(duties.Keys, "pligt"))
        {
            if (!MayTurnOff(duties[id]))
            {
                throw choice.Fault($"kan ikke slås fra, for pligten er {Basis(duties[id])}: slet linjen");
            }

            if (!choice.Bool())
            {
                off.Add(id);
            }
        }

        return off;
    }

    public static bool MayTurnOff(Duty duty) => duty.Kind is DutyKind.Method or DutyKind.Practice;

    private static string Basis(Duty duty) => duty.Kind == DutyKind.Statute ? $"lovens ({duty.Law.Latest})" : $"vejledningens ({duty.Law.Latest})";
}
