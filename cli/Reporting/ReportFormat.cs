namespace Rettidig.Cli.Reporting;

/// <summary>How a report is written.</summary>
internal sealed record ReportFormat(string Name, Func<ReportDocument, string> Write)
{
    /// <summary>The first is used where nothing is said.</summary>
    public static readonly IReadOnlyList<ReportFormat> All =
    [
        new("text", TextReport.Write),
        new("markdown", MarkdownReport.Write),
        new("csv", CsvReport.Write),
        new("json", JsonReport.Write),
    ];

    /// <summary>The names, for help and errors.</summary>
    public static string Names => string.Join(", ", All.Select(format => format.Name));
}
