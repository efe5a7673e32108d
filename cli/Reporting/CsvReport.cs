using System.Globalization;
using System.Text;
using Rettidig.Cli.Results;
using Rettidig.Domain.Reports;

namespace Rettidig.Cli.Reporting;

/// <summary>The report for a spreadsheet, as Danish ones want it: semicolons between fields, one row a figure.</summary>
internal static class CsvReport
{
    public static string Write(ReportDocument document)
    {
        var file = new StringBuilder();
        CsvRow.Append(file, "afsnit", "tabel", "tal", "tekst", "antal", "af", "procent", "definition");
        foreach (CountedSection section in document.Report.Sections)
        {
            foreach (CountedGroup group in section.Groups)
            {
                Group(file, section, group);
            }
        }

        return file.ToString();
    }

    private static void Group(StringBuilder file, CountedSection section, CountedGroup group)
    {
        foreach (CountedFigure figure in group.Figures)
        {
            string text = $"{group.Title}: {(figure.IsPart ? "heraf " : "")}{figure.Text}";
            CsvRow.Append(file, section.Id, group.Id, figure.Id, text, Number(figure.Count), Number(figure.Of), Number(figure.Percent), group.Definition);
        }

        if (group.LeftOutText is { } leftOut)
        {
            CsvRow.Append(file, section.Id, group.Id, "left-out", $"{group.Title}: ikke med: {leftOut}", Number(group.LeftOut), "", "", group.Definition);
        }
    }

    private static string Number(int? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";
}
