namespace Rettidig.Domain.Reports.Tables;

/// <summary>What the caseload consists of.</summary>
internal static class CaseloadTable
{
    private const int FirstYearOfBarnetsLov = 2024;

    public static readonly ReportSection Section = new("caseload", "Anbringelserne", null,
    [
        new FigureGroup<ReportedCase>
        {
            Id = "placements",
            Title = "Anbringelser",
            Definition = "Med en afgørelse og iværksat senest på opgørelsesdagen. Én anbringelse er ét barn.",
            Items = placement => [placement],
            Figures =
            [
                new("running", "i gang på opgørelsesdagen", c => c.IsRunning),
                new("without-consent", "uden samtykke", c => !c.File.Decision!.Fact.WithConsent),
                new("emergency", "akutte", c => c.File.Decision!.Fact.Emergency),
                new("barnets-lov", "med afgørelse efter barnets lov (fra 2024)", c => c.File.Decision!.Day.Year >= FirstYearOfBarnetsLov),
                new("two-custody-holders", "to eller flere med forældremyndighed", c => c.File.CustodyHoldersOn(c.On).Count > 1),
            ],
        },
    ]);
}
