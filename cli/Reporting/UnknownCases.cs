using Rettidig.Cli.Terminal;
using Rettidig.Domain.Reports;

namespace Rettidig.Cli.Reporting;

/// <summary>A report of cases that nobody knows would be an empty page, and look as if all were well.</summary>
internal static class UnknownCases
{
    private const int Named = 5;

    /// <param name="report">What was counted.</param>
    /// <param name="where">Where it was looked for: "i sager.jsonl".</param>
    /// <param name="municipalities">The municipalities there are.</param>
    /// <exception cref="Refused">Cases were chosen, and none of them is there.</exception>
    public static void Refuse(Report report, string where, IReadOnlyList<string> municipalities)
    {
        if (report.Known > 0 || report.Scope is { Municipality: null, Selected: null })
        {
            return;
        }

        if (report.Scope.Municipality is { } code && (report.Scope.Selected is null || !municipalities.Contains(code)))
        {
            string[] others = [.. municipalities.Where(other => other != code)];
            string there = others.Length == 0 ? "" : $"; der er fra {string.Join(", ", others.Take(Named))}{(others.Length > Named ? $" og {Words.Number(others.Length - Named)} til" : "")}";
            throw Refused.AsWritten($"--municipality: der er ingen anbringelser fra kommune {code} {where}{there}. Ret koden, eller udelad den for at tælle alle.");
        }

        throw report.Scope.Selected is { Count: > 0 and var chosen }
            ? Refused.AsWritten($"--cases: {(chosen == 1 ? "anbringelsen" : $"ingen af de {Words.Number(chosen)} anbringelser")} på listen {(chosen == 1 ? "er ikke " : "er ")}{where}. Skriv dem som i hændelsernes subject, fx 999/S-2024-001.")
            : Refused.AsWritten("--cases: listen nævner ingen anbringelser. Skriv én pr. linje, fx 999/S-2024-001.");
    }
}
