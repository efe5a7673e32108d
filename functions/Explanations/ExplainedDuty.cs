using System.Text.Json.Serialization;
using NodaTime;
using Rettidig.Domain.Agendas;
using Rettidig.Domain.Rules;

namespace Rettidig.Functions.Explanations;

/// <summary>One obligation and everything that is needed to check it.</summary>
/// <param name="Duty">The duty's id: <c>first-review</c>.</param>
/// <param name="Title">Its Danish title.</param>
/// <param name="Occurrence">Which of its occurrences.</param>
/// <param name="Kind">What it rests on.</param>
/// <param name="Term">Who counted the days.</param>
/// <param name="Regime">The law it is judged by.</param>
/// <param name="Law">The paragraph in that law.</param>
/// <param name="Anchor">What started it.</param>
/// <param name="Due">The due day.</param>
/// <param name="Arithmetic">How the due day came about, a Danish sentence a step.</param>
/// <param name="Explanation">The same and the outcome in one line, as mails and files have it.</param>
/// <param name="Status">How it stands.</param>
public sealed record ExplainedDuty(
    string Duty,
    string Title,
    string Occurrence,
    DutyKind Kind,
    Term Term,
    Regime Regime,
    string Law,
    ExplainedFact Anchor,
    LocalDate Due,
    IReadOnlyList<string> Arithmetic,
    string Explanation,
    ObligationStatus Status)
{
    /// <summary>Reference of the custody holder, for duties that each has.</summary>
    public string? CustodyHolder { get; init; }

    /// <summary>Reference of the site, for duties that each site has.</summary>
    public string? Site { get; init; }

    /// <summary>The law's own due day, where the municipality has set itself the earlier one of <see cref="Due"/>.</summary>
    public LocalDate? LawDue { get; init; }

    /// <summary>Whether the law was broken.</summary>
    public bool Breach { get; init; }

    /// <summary>The rows of the source documents it comes from: <c>RV-01</c>.</summary>
    public IReadOnlyList<string> Rows { get; init; } = [];

    /// <summary>What can close it, in Danish, to follow "lukkes, når"; any one of them does. None for a mere notice.</summary>
    public IReadOnlyList<string> Closes { get; init; } = [];

    /// <summary>What closed it; null while nothing has.</summary>
    public ExplainedFact? ClosedBy { get; init; }

    /// <summary>What is lacking in it.</summary>
    public IReadOnlyList<Defect> Defects { get; init; } = [];

    /// <summary>The rungs of its ladder, sent and to come, by day.</summary>
    public IReadOnlyList<ExplainedStep> Steps { get; init; } = [];

    /// <summary>Whether somebody still has to do something.</summary>
    [JsonIgnore]
    public bool IsOpen => Status is ObligationStatus.Pending or ObligationStatus.Due or ObligationStatus.Overdue;
}
