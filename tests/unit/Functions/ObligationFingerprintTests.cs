using Azure.Data.Tables;
using NodaTime;
using Rettidig.Domain.Agendas;
using Rettidig.Domain.Events.Facts;
using Rettidig.Functions.Placements;
using Rettidig.Unit.Tests.Domain;

namespace Rettidig.Unit.Tests.Functions;

/// <summary>A look writes the rows whose fingerprint changed, and no others.</summary>
public sealed class ObligationFingerprintTests
{
    [Fact]
    public void Whatever_a_row_says_changes_with_its_fingerprint_day_by_day_for_two_years()
    {
        CaseBuilder sag = new CaseBuilder().Decided("2024-03-04", holders: ["mor", "far"]).Started("2024-03-11")
            .Offered("2024-03-05").Answered("2024-03-12", OfferAnswer.Declined).Plan("2024-06-20").HandedOver("2024-07-01")
            .Review("2024-06-14", next: "2024-11-01").Moved("2024-10-07", "sted-2").Visit("2024-09-02").Ended("2025-12-01");
        var rows = new Dictionary<string, (string Fingerprint, string Said)>();
        int changes = 0;

        for (LocalDate day = CaseBuilder.Date("2024-03-04"); day < CaseBuilder.Date("2026-03-04"); day = day.PlusDays(1))
        {
            foreach (Obligation obligation in sag.On($"{day:uuuu-MM-dd}", CaseBuilder.AllOn).Obligations)
            {
                string fingerprint = ObligationFingerprint.Of(obligation, null);
                string said = Said(obligation.ToRow(CaseBuilder.Key, fingerprint, null));
                if (rows.TryGetValue(ObligationRows.RowKeyOf(obligation), out (string Fingerprint, string Said) before))
                {
                    Assert.Equal(before.Said == said, before.Fingerprint == fingerprint);
                    changes += before.Said == said ? 0 : 1;
                }

                rows[ObligationRows.RowKeyOf(obligation)] = (fingerprint, said);
            }
        }

        Assert.True(changes > 50, $"Expected a case in which much happens; {changes} rows changed.");
    }

    [Fact]
    public void A_column_of_the_row_is_in_the_fingerprint_too()
    {
        Obligation obligation = new CaseBuilder().Decided("2024-03-04").Started("2024-03-11").One("first-review", "2024-04-01");

        // What every row of the obligation's key has alike, and what the fingerprint itself is about.
        string[] columns = [.. obligation.ToRow(CaseBuilder.Key, "", null).Keys.Except(["PartitionKey", "RowKey", "Duty", "Occurrence", "Fingerprint", "Indexed"])];

        Assert.Equal(
            ["AnchoredOn", "Breach", "ClosedOn", "CustodyHolder", "Defects", "Due", "Explanation", "Kind", "Law", "Site", "Status", "Term", "Title"],
            columns.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_remark_that_it_was_opened_again_changes_it()
    {
        Obligation obligation = new CaseBuilder().Decided("2024-03-04").Started("2024-03-11").One("first-review", "2024-04-01");

        Assert.NotEqual(ObligationFingerprint.Of(obligation, null), ObligationFingerprint.Of(obligation, "genåbnet"));
    }

    private static string Said(TableEntity row) =>
        string.Join('\n', row.Where(column => column.Key != ObligationFingerprint.Column).Select(column => $"{column.Key}={column.Value}").Order(StringComparer.Ordinal));
}
