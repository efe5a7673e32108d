using Rettidig.Domain.Agendas;
using Rettidig.Domain.Calendar;
using Rettidig.Functions.Notices;
using Rettidig.Functions.Placements;

namespace Rettidig.Functions.Pages;

/// <summary>Makes the page's model of what is known of a placement.</summary>
internal static class PlacementModels
{
    public static PlacementModel Of(PlacementView view) => new(
        view.Placement.Municipality,
        view.Placement.Placement,
        view.Today,
        view.File.StartedOn,
        view.File.EndedOn,
        view.File.CaseworkerOn(view.Today),
        view.File.SiteOn(view.Today)?.Id,
        [.. view.Agenda.Obligations.Select(obligation => DutyOf(obligation, view))],
        [.. view.File.Concerns.Select(concern => concern.Text)]);

    private static PlacementDuty DutyOf(Obligation obligation, PlacementView view) => new(
        obligation.Title,
        obligation.Status,
        obligation.Due,
        obligation.ClosedOn,
        obligation.Kind,
        obligation.Term,
        obligation.Breach,
        obligation.Law,
        obligation.Explanation)
    {
        CustodyHolder = obligation.CustodyHolder,
        Site = obligation.Site,
        Defects = [.. obligation.Defects.Select(defect => defect.Text)],
        Steps = StepsOf(obligation, view),
    };

    /// <summary>What is in the ledger, and of the steps to come those that are not. A step that fell away is not shown.</summary>
    private static PlacementStep[] StepsOf(Obligation obligation, PlacementView view)
    {
        Notice[] notices = [.. view.Notices.Where(notice =>
            notice.DutyId == obligation.DutyId && notice.Occurrence == obligation.Occurrence && notice.Due == obligation.Due)];
        return
        [
            .. notices.Where(notice => notice.State != NoticeState.Withdrawn).Select(StepOf),
            .. obligation.Steps
                .Where(step => !notices.Any(notice => notice.Key == step.Key))
                .Select(step => new PlacementStep(step.Name, step.Role, step.Day, StepState.ToCome)),
        ];
    }

    private static PlacementStep StepOf(Notice notice) => new(
        notice.Step,
        notice.Role,
        notice.SentAt is { } sent ? CopenhagenTime.DateOf(sent) : notice.Day,
        notice.State switch
        {
            NoticeState.Sent or NoticeState.Delivered => StepState.Sent,
            NoticeState.Superseded => StepState.Superseded,
            NoticeState.Bounced or NoticeState.Failed => StepState.Failed,
            _ => StepState.ToCome,
        });
}
