using Rettidig.Domain.Reports.Tables;

namespace Rettidig.Domain.Reports;

/// <summary>What the report consists of.</summary>
public static class ReportTables
{
    /// <summary>Every section, in the order of the report.</summary>
    public static readonly IReadOnlyList<ReportSection> All =
        [CaseloadTable.Section, SupportTables.Section, ChildPlanTables.Section, HandOverTables.Section, ReviewTables.Section];
}
