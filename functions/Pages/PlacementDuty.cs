using NodaTime;
using Rettidig.Domain.Agendas;
using Rettidig.Domain.Rules;

namespace Rettidig.Functions.Pages;

/// <summary>One obligation on the page of its placement.</summary>
public sealed record PlacementDuty(
    string Title,
    ObligationStatus Status,
    LocalDate Due,
    LocalDate? ClosedOn,
    DutyKind Kind,
    Term Term,
    bool Breach,
    string Law,
    string Explanation)
{
    /// <summary>Reference of the custody holder, for duties that each has.</summary>
    public string? CustodyHolder { get; init; }

    /// <summary>Reference of the site, for duties that each site has.</summary>
    public string? Site { get; init; }

    /// <summary>What is lacking, in Danish.</summary>
    public IReadOnlyList<string> Defects { get; init; } = [];

    /// <summary>The rungs of the ladder, sent and to come.</summary>
    public IReadOnlyList<PlacementStep> Steps { get; init; } = [];

    public bool IsOpen => Status is ObligationStatus.Pending or ObligationStatus.Due or ObligationStatus.Overdue;
}
