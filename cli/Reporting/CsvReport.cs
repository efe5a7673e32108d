using System.Globalization;
using System.Text;
using Rettidig.Domain.Reports;

namespace Rettidig.Cli.Reporting;

/// <summary>The report for a spreadsheet, as Danish ones want it: semicolons between fields, one row a figure.</summary>
internal static class CsvReport
{
    public static string Write(ReportDocument document)
    {
        var file = new StringBuilder();
        Row(file, "afsnit", "tabel", "tal", "tekst", "antal", "af", "procent", "definition");
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
            Row(file, section.Id, group.Id, figure.Id, text, Number(figure.Count), Number(figure.Of), Number(figure.Percent), group.Definition);
        }

        if (group.LeftOutText is { } leftOut)
        {
            Row(file, section.Id, group.Id, "left-out", $"{group.Title}: ikke med: {leftOut}", Number(group.LeftOut), "", "", group.Definition);
        }
    }

    private static string Number(int? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static void Row(StringBuilder file, params ReadOnlySpan<string> fields)
    {
        for (int i = 0; i < fields.Length; i++)
        {
            file.Append(i == 0 ? "" : ";").Append(Quoted(fields[i]));
        }

        file.Append("\r\n");
    }

    private static string Quoted(string field) =>
        field.AsSpan().ContainsAny(";\"\r\n") ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;
}
