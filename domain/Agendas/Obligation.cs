using NodaTime;
using Rettidig.Domain.Rules;

namespace Rettidig.Domain.Agendas;

/// <summary>A duty applied to a case.</summary>
public sealed record Obligation
{
    private readonly Duty duty;
    private readonly Anchor anchor;
    private readonly DueDate due;
    private readonly Closing? closing;
    private string remark;

    // What can be read off these is not kept again: a long case has hundreds of obligations, and is looked at often.
    internal Obligation(Duty duty, Anchor anchor, DueDate due, Closing? closing, string remark)
    {
        this.duty = duty;
        this.anchor = anchor;
        this.due = due;
        this.closing = closing;
        this.remark = remark;
    }

    /// <summary>The duty's id: <c>first-review</c>.</summary>
    public string DutyId => duty.Id;

    /// <summary>In Danish, what people call it: the duty's title, or the occurrence's own where two would otherwise read alike.</summary>
    public string Title => anchor.Title ?? duty.Title;

    /// <summary>Which of the duty's occurrences: the anchor date, then custody holder or site, then <c>.2</c> for a second on the same day.</summary>
    public required string Occurrence { get; init; }

    /// <summary>The custody holder, for duties that each has.</summary>
    public string? CustodyHolder => anchor.CustodyHolder;

    /// <summary>The site, for duties that each site has.</summary>
    public string? Site => anchor.Site;

    /// <summary>What the duty rests on.</summary>
    public DutyKind Kind => duty.Kind;

    /// <summary>Whether the law counted the days.</summary>
    public Term Term => due.Term;

    /// <summary>The day the term counts from.</summary>
    public LocalDate AnchoredOn => anchor.Day;

    /// <summary>The due day.</summary>
    public LocalDate Due => due.Day;

    /// <summary>The law's own due day, where the municipality has set itself the earlier one of <see cref="Due"/>.</summary>
    public LocalDate? LawDue => due.LawDay;

    /// <summary>How it stands.</summary>
    public required ObligationStatus Status { get; init; }

    /// <summary>How it stands by <see cref="LawDue"/>, where that is set.</summary>
    public ObligationStatus? StatusByLaw { get; init; }

    /// <summary>The day it was closed.</summary>
    public LocalDate? ClosedOn => closing?.Day;

    /// <summary>What is lacking in it.</summary>
    public IReadOnlyList<Defect> Defects { get; init; } = [];

    /// <summary>Where it stands: "barnets lov § 95".</summary>
    public required string Law { get; init; }

    /// <summary>In Danish, so that a person can check it: "iværksat 30-11-2026 + 3 måneder = 28-02-2027, barnets lov § 95".</summary>
    public string Explanation
    {
        get => field ??= Grounds.Explain(Law, Defects);
        init;
    }

    /// <summary>What it rests on, for who wants to check it.</summary>
    public Grounds Grounds => new(duty, anchor, due, closing, Regimes.On(anchor.Day)) { Remark = remark };

    /// <summary>The same, with something more said of it.</summary>
    public Obligation Saying(string more) => this with { Explanation = $"{Explanation}; {more}", remark = more };

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
