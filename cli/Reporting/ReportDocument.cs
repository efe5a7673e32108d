using Rettidig.Cli.Terminal;
using Rettidig.Domain.Calendar;
using Rettidig.Domain.Reports;

namespace Rettidig.Cli.Reporting;

/// <summary>A report that has been counted, and the words every format begins with.</summary>
/// <param name="Report">The numbers.</param>
/// <param name="From">Where the cases came from: a file, or null for the store.</param>
internal sealed record ReportDocument(Report Report, string? From)
{
    public const string Title = "Støtte til forældrene og arbejdet med barnets plan";

    /// <summary>What the numbers rest on and what they are not.</summary>
    public const string Caveat =
        "Definitionerne er Ankestyrelsens; tallene er talt op af fristerne og hændelserne i sagerne, og det, der ikke er registreret, tæller som ikke sket.";

    public ReportScope Scope => Report.Scope;

    /// <summary>What people read: nothing where no placement was counted.</summary>
    public IReadOnlyList<CountedSection> Sections => Report.Placements == 0 ? [] : Report.Sections;

    /// <summary>What is counted, and as of when: "Pr. 31. juli 2025: 52 anbringelser, heraf 7 ophørt."</summary>
    public string Basis =>
        $"Pr. {DanishDates.Long(Scope.On)}: {Words.Count(Report.Placements, "anbringelse", "anbringelser")}"
        + (Report.Ended > 0 ? $", heraf {Words.Number(Report.Ended)} ophørt" : "")
        + ".";

    /// <summary>How the placements were chosen, a sentence each; none where all are in.</summary>
    public IEnumerable<string> Choices
    {
        get
        {
            if (From is { } file)
            {
                yield return $"Fra {file}.";
            }

            if (Scope.Municipality is { } municipality)
            {
                yield return $"Kun kommune {municipality}.";
            }

            if (Period is { } period)
            {
                yield return $"Kun anbringelser med afgørelse {period}.";
            }

            if (Scope.Selected is { } selected)
            {
                int unknown = Scope.Municipality is null ? selected.Count - Report.Known : 0;
                yield return unknown > 0
                    ? $"Kun de udvalgte sager ({Words.Number(selected.Count)}), hvoraf {Words.Number(unknown)} ikke kendes."
                    : $"Kun de udvalgte sager ({Words.Number(selected.Count)}).";
            }
        }
    }

    private string? Period => (Scope.DecidedFrom, Scope.DecidedTo) switch
    {
        ({ } from, { } to) => $"fra {DanishDates.Long(from)} til {DanishDates.Long(to)}",
        ({ } from, null) => $"fra og med {DanishDates.Long(from)}",
        (null, { } to) => $"til og med {DanishDates.Long(to)}",
        _ => null,
    };
}
