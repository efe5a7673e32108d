using Rettidig.Domain.Reports;
using Rettidig.Domain.Rules;
using Rettidig.Unit.Tests.Domain;

namespace Rettidig.Unit.Tests.Reports;

/// <summary>A report over invented cases, asked for its figures.</summary>
internal static class Counted
{
    public static Report On(string day, params CaseBuilder[] cases) => In(new ReportScope(CaseBuilder.Date(day)), cases);

    public static Report In(ReportScope scope, params CaseBuilder[] cases)
    {
        var report = new Report(scope);
        foreach (CaseBuilder placement in cases)
        {
            report.Add(CaseBuilder.Key, placement.Log, RuleBook.Standard);
        }

        return report;
    }

    /// <summary>"36 af 52".</summary>
    public static string Figure(this Report report, string group, string figure)
    {
        CountedFigure counted = report.Group(group).Figures.Single(row => row.Id == figure);
        return $"{counted.Count} af {counted.Of}";
    }
}
