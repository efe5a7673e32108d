using System.Text;
using Rettidig.Cli.Terminal;
using Rettidig.Domain.Reports;

namespace Rettidig.Cli.Reporting;

/// <summary>The report as a page.</summary>
internal static class MarkdownReport
{
    public static string Write(ReportDocument document)
    {
        var page = new StringBuilder();
        page.Append($"# {ReportDocument.Title}\n\n");
        page.AppendJoin(' ', document.Choices.Prepend(document.Basis)).Append("\n\n");
        page.Append($"{ReportDocument.Caveat}\n");
        Sections(page, document.Sections, "##");
        return page.ToString();
    }

    /// <summary>The tables alone, each section under a heading of this level.</summary>
    public static void Sections(StringBuilder page, IEnumerable<CountedSection> sections, string level)
    {
        foreach (CountedSection section in sections)
        {
            page.Append($"\n{level} {section.Title}\n");
            if (section.Source is { } source)
            {
                page.Append($"\n{source}.\n");
            }

            foreach (CountedGroup group in section.Groups)
            {
                Group(page, group, level + "#");
            }
        }
    }

    private static void Group(StringBuilder page, CountedGroup group, string level)
    {
        page.Append($"\n{level} {group.Title}\n\n{group.Definition}\n\n");
        page.Append("| | antal | af | andel |\n|---|---:|---:|---:|\n");
        foreach (CountedFigure figure in group.Figures)
        {
            string share = figure.Percent is { } percent ? $"{percent} %" : "-";
            page.Append($"| {(figure.IsPart ? "– heraf " : "")}{figure.Text.Replace("|", "\\|", StringComparison.Ordinal)} | {Words.Number(figure.Count)} | {Words.Number(figure.Of)} | {share} |\n");
        }

        if (group.LeftOutText is { } leftOut)
        {
            page.Append($"| ikke med: {leftOut} | {Words.Number(group.LeftOut)} | | |\n");
        }
    }
}
