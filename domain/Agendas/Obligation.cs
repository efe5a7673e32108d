using NodaTime;
using Rettidig.Domain.Rules;

namespace Rettidig.Domain.Agendas;

/// <summary>A duty applied to a case.</summary>
public sealed record Obligation
{
    /// <summary>The duty's id: <c>first-review</c>.</summary>
    public required string DutyId { get; init; }

    /// <summary>The duty's Danish title.</summary>
    public required string Title { get; init; }

    /// <summary>Which of the duty's occurrences: the anchor date, then custody holder or site, then <c>.2</c> for a second on the same day.</summary>
    public required string Occurrence { get; init; }

    /// <summary>The custody holder, for duties that each has.</summary>
    public string? CustodyHolder { get; init; }

    /// <summary>The site, for duties that each site has.</summary>
    public string? Site { get; init; }

    /// <summary>What the duty rests on.</summary>
    public required DutyKind Kind { get; init; }

    /// <summary>Whether the law counted the days.</summary>
    public required Term Term { get; init; }

    /// <summary>The day the term counts from.</summary>
    public required LocalDate AnchoredOn { get; init; }

    /// <summary>The due day.</summary>
    public required LocalDate Due { get; init; }

    /// <summary>The law's own due day, where the municipality has set itself the earlier one of <see cref="Due"/>.</summary>
    public LocalDate? LawDue { get; init; }

    /// <summary>How it stands.</summary>
    public required ObligationStatus Status { get; init; }

    /// <summary>How it stands by <see cref="LawDue"/>, where that is set.</summary>
    public ObligationStatus? StatusByLaw { get; init; }

    /// <summary>The day it was closed.</summary>
    public LocalDate? ClosedOn { get; init; }

    /// <summary>What is lacking in it.</summary>
    public IReadOnlyList<Defect> Defects { get; init; } = [];

    /// <summary>Where it stands: "barnets lov § 95".</summary>
    public required string Law { get; init; }

    /// <summary>In Danish, so that a person can check it: "iværksat 30-11-2026 + 3 måneder = 28-02-2027, barnets lov § 95".</summary>
    public string Explanation
    {
        get => field ??= Grounds?.Explain(Law, Defects) ?? "";
        init;
    }

    /// <summary>What it rests on, for who wants to check it.</summary>
    public Grounds? Grounds { get; init; }

    /// <summary>The steps of its ladder, while it is open.</summary>
    public IReadOnlyList<Step> Steps { get; init; } = [];

    /// <summary>Whether somebody still has to do something.</summary>
    public bool IsOpen => Status is ObligationStatus.Pending or ObligationStatus.Due or ObligationStatus.Overdue;

    /// <summary>
    /// Whether the law was broken: kind Statute, the law counted the days, and it was late by the law's own day, never done,
    /// or lacks what the law demands.
    /// </summary>
    public bool Breach =>
        Kind == DutyKind.Statute && (Term == Term.Statutory || LawDue is not null) &&
        ((StatusByLaw ?? Status) is ObligationStatus.MetLate or ObligationStatus.Overdue or ObligationStatus.NotClosed || Defects.Any(defect => defect.Statutory));
}
