using Azure.Data.Tables;
using NodaTime;
using Rettidig.Domain.Rules;
using Rettidig.Functions.Storage;

namespace Rettidig.Functions.Placements;

/// <summary>An open obligation as the list by due date has it.</summary>
/// <param name="Placement">The case system's reference.</param>
/// <param name="DutyId">The duty.</param>
/// <param name="Title">In Danish, what people call it.</param>
/// <param name="Occurrence">Which of its occurrences.</param>
/// <param name="Due">The due date.</param>
/// <param name="Site">The site, for duties that each site has.</param>
/// <param name="AnchoredOn">The day the term counts from.</param>
public sealed record OpenObligation(string Placement, string DutyId, string Title, string Occurrence, LocalDate Due, string? Site, LocalDate AnchoredOn)
{
    internal static OpenObligation Of(TableEntity row) => new(
        row.Text("Placement"),
        row.Text("Duty"),
        row.GetString("Title") ?? RuleBook.TitleOf(row.Text("Duty")),
        row.Text("Occurrence"),
        Dates.ParseDate(row.Text("Due")),
        row.GetString("Site"),
        Dates.ParseDate(row.Text("AnchoredOn")));
}
