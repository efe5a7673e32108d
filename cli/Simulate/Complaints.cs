using Rettidig.Cli.Terminal;

namespace Rettidig.Cli.Simulate;

/// <summary>What went wrong in a simulated service: a run with any is not taken for a good one.</summary>
internal static class Complaints
{
    /// <summary>Says what there is; false where there is nothing.</summary>
    public static bool Show(Screen screen, IReadOnlyList<DeadLetter> refused, FaultLog log)
    {
        foreach (IGrouping<string, DeadLetter> letters in refused.GroupBy(letter => letter.Reason).OrderBy(letters => letters.Key, StringComparer.Ordinal))
        {
            screen.Error($"{Words.Count(letters.Count(), "hændelse", "hændelser")} blev afvist ({letters.Key}): {letters.First().Description}");
        }

        foreach (string fault in log.Faults.Distinct())
        {
            screen.Error($"Fejl undervejs: {fault}");
        }

        return refused.Count > 0 || log.Faults.Count > 0;
    }
}
