using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Rettidig.Domain.Reports;

namespace Rettidig.Cli.Reporting;

/// <summary>The report for programs. Ids and keys stay; texts may be worded better.</summary>
internal static class JsonReport
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        // Read by programs and people, never placed in a web page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(ReportDocument document) => JsonSerializer.Serialize(
        new
        {
            on = Iso(document.Scope.On),
            municipality = document.Scope.Municipality,
            decidedFrom = Iso(document.Scope.DecidedFrom),
            decidedTo = Iso(document.Scope.DecidedTo),
            placements = document.Report.Placements,
            ended = document.Report.Ended,
            sections = document.Report.Sections.Select(Section),
        },
        Options) + "\n";

    private static object Section(CountedSection section) =>
        new { id = section.Id, title = section.Title, source = section.Source, groups = section.Groups.Select(Group) };

    private static object Group(CountedGroup group) => new
    {
        id = group.Id,
        title = group.Title,
        definition = group.Definition,
        leftOut = group.LeftOutText is null ? (int?)null : group.LeftOut,
        figures = group.Figures.Select(figure => new { id = figure.Id, text = figure.Text, count = figure.Count, of = figure.Of, percent = figure.Percent }),
    };

    private static string? Iso(LocalDate? day) => day is { } date ? LocalDatePattern.Iso.Format(date) : null;
}
