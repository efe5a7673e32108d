using System.Text;
using Rettidig.Cli.Terminal;
using Rettidig.Domain.Reports;

namespace Rettidig.Cli.Reporting;

/// <summary>The report for a terminal of 80 columns.</summary>
internal static class TextReport
{
    private const int Width = 78;
    private const int LabelWidth = 51;

    public static string Write(ReportDocument document)
    {
        var text = new StringBuilder();
        Paragraph(text, ReportDocument.Title, "");
        Paragraph(text, string.Join(' ', document.Choices.Prepend(document.Basis)), "");
        Paragraph(text, ReportDocument.Caveat, "");
        foreach (CountedSection section in document.Sections)
        {
            Section(text, section);
        }

        return text.ToString();
    }

    private static void Section(StringBuilder text, CountedSection section)
    {
        text.Append('\n').Append(section.Title.ToUpperInvariant()).Append('\n');
        if (section.Source is { } source)
        {
            Paragraph(text, source, "");
        }

        foreach (CountedGroup group in section.Groups)
        {
            Group(text, group);
        }
    }

    private static void Group(StringBuilder text, CountedGroup group)
    {
        text.Append('\n');
        Paragraph(text, group.Title, "");
        if (group.Figures.All(figure => figure.Of == 0))
        {
            text.Append("  ingen at opgøre\n");
            return;
        }

        foreach (CountedFigure figure in group.Figures)
        {
            Row(text, figure);
        }

        if (group.LeftOutText is { } leftOut)
        {
            text.Append($"  {$"ikke med: {leftOut}".PadRight(LabelWidth)}{Words.Number(group.LeftOut),7}\n");
        }

        Paragraph(text, group.Definition, "  ");
    }

    private static void Row(StringBuilder text, CountedFigure figure)
    {
        string label = (figure.IsPart ? "  heraf " : "") + figure.Text;
        string share = figure.Percent is { } percent ? $"{percent} %" : "-";
        text.Append($"  {label.PadRight(LabelWidth)}{Words.Number(figure.Count),7} af {Words.Number(figure.Of),6}{share,7}\n");
    }

    private static void Paragraph(StringBuilder text, string words, string indent)
    {
        string line = indent;
        foreach (string word in words.Split(' '))
        {
            if (line.Length > indent.Length && line.Length + word.Length >= Width)
            {
                text.Append(line).Append('\n');
                line = indent;
            }

            line += (line.Length > indent.Length ? " " : "") + word;
        }

        text.Append(line).Append('\n');
    }
}
