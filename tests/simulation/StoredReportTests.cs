using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rettidig.Domain.Reports;
using Rettidig.Functions.Reports;

namespace Rettidig.Simulation.Tests;

public sealed class StoredReportTests
{
    [Fact]
    public async Task A_report_counts_the_placements_in_the_store_of_the_running_service()
    {
        await using SimulatedMunicipality municipality = await SimulatedMunicipality.StartAsync("2026-03-02");
        foreach (string placement in new[] { "P-1", "P-1.2", "P-2" })
        {
            await municipality.PlaceAsync("2026-03-02", placement);
        }

        await municipality.SendAsync("support-person.offered", new { custodyHolder = "F-1", offeredOn = "2026-03-02" }, "P-1.2");
        await municipality.SendAsync("support-person.offered", new { custodyHolder = "F-1", offeredOn = "2026-03-02" }, "P-1.2", id: "igen");

        Report report = await CountAsync(municipality, new ReportScope(new LocalDate(2026, 3, 2)));

        Assert.Equal(3, report.Placements);
        Assert.Equal((1, 3), Offered(report));
        Assert.Equal(3, report.Group("first-review").LeftOut);
        Assert.Equal(0, (await CountAsync(municipality, new ReportScope(new LocalDate(2026, 3, 2)) { Municipality = "100" })).Placements);
        Assert.Equal(3, (await CountAsync(municipality, new ReportScope(new LocalDate(2026, 3, 2)) { Municipality = "101" })).Placements);
    }

    private static Task<Report> CountAsync(SimulatedMunicipality municipality, ReportScope scope) =>
        municipality.Services.GetRequiredService<CaseloadReports>().CountAsync(scope, _ => { }, CancellationToken.None);

    private static (int Count, int Of) Offered(Report report) =>
        report.Group("support-person").Figures.Where(figure => figure.Id == "offered").Select(figure => (figure.Count, figure.Of)).Single();
}
