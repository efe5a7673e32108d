using NodaTime;
using Rettidig.Domain.Agendas;
using Rettidig.Domain.Calendar;
using Rettidig.Domain.Cases;
using Rettidig.Domain.Explanations;
using Rettidig.Functions.Placements;

namespace Rettidig.Functions.Explanations;

/// <summary>Makes the explanation of what is known of a placement.</summary>
public static class Explainer
{
    public static PlacementExplanation Of(PlacementView view)
    {
        IReadOnlyList<ExplainedStep> steps = ExplainedSteps.Of(view);
        ExplainedDuty[] duties = [.. view.Agenda.Obligations.Select(obligation => DutyOf(obligation, view, steps))];
        HashSet<string> told = [.. duties.SelectMany(duty => duty.Steps).Select(step => step.Key)];
        return new PlacementExplanation(
            view.Placement.Subject,
            view.Today,
            view.File.Decision?.Day,
            view.File.StartedOn,
            view.File.EndedOn,
            view.File.CaseworkerOn(view.Today),
            view.File.SiteOn(view.Today)?.Id,
            [.. duties.Where(duty => duty.IsOpen).OrderBy(duty => duty.Due).ThenBy(duty => duty.Title, StringComparer.Ordinal),
                .. duties.Where(duty => !duty.IsOpen).OrderByDescending(duty => duty.Due).ThenBy(duty => duty.Title, StringComparer.Ordinal)],
            [.. steps.Where(step => !told.Contains(step.Key))],
            [.. view.File.Concerns.Select(concern => new ExplainedConcern(concern.EventId, concern.EventType, concern.Day, concern.Text))]);
    }

    private static ExplainedDuty DutyOf(Obligation obligation, PlacementView view, IReadOnlyList<ExplainedStep> steps)
    {
        Grounds grounds = obligation.Grounds
            ?? throw new InvalidOperationException($"Bug in the rule book: expected {obligation.DutyId} to say what it rests on.");
        return new ExplainedDuty(
            obligation.DutyId,
            obligation.Title,
            obligation.Occurrence,
            obligation.Kind,
            obligation.Term,
            grounds.Regime,
            obligation.Law,
            FactOf(grounds.Anchor.Label, grounds.Anchor.Day, grounds.Anchor.Fact),
            obligation.Due,
            Arithmetic.Of(obligation),
            obligation.Explanation,
            obligation.Status)
        {
            CustodyHolder = obligation.CustodyHolder,
            Site = obligation.Site,
            LawDue = obligation.LawDue,
            Breach = obligation.Breach,
            Rows = grounds.Duty.Rows,
            Closes = [.. grounds.Duty.Closes.Select(closer => closer.Text)],
            ClosedBy = grounds.Closing is { } closing ? FactOf(closing.Text, closing.Day, closing.Fact) : null,
            Defects = obligation.Defects,
            Steps = [.. steps.Where(step => step.Duty == obligation.DutyId && step.Occurrence == obligation.Occurrence)],
        };
    }

    private static ExplainedFact FactOf(string text, LocalDate day, IRecorded? fact) => fact is null
        ? new ExplainedFact(text, day)
        : new ExplainedFact(text, day, fact.EventName, fact.Id, fact.Day == day ? null : fact.Day, CopenhagenTime.DateOf(fact.ReceivedAt));
}
