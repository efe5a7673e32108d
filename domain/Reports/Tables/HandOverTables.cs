using Rettidig.Domain.Agendas;
using Rettidig.Domain.Cases;

namespace Rettidig.Domain.Reports.Tables;

/// <summary>Figure 4.1 of the study of child plans and the figures in its text. The study asked the sites; here it is counted from the cases.</summary>
internal static class HandOverTables
{
    public static readonly ReportSection Section = new(
        "hand-over",
        "Udlevering af planen til anbringelsesstedet",
        "Ankestyrelsen: handleplaner for anbragte børn og unge (2019), svar fra 657 anbringelsessteder",
        [AtStart, OfRevisions]);

    private static FigureGroup AtStart => new FigureGroup<(ReportedCase Case, Stay Stay)>
    {
        Id = "hand-over-at-start",
        Title = "Da barnet flyttede ind",
        Definition = "Af anbringelsessteder, et barn er flyttet ind på. Til tiden er den dag, barnet flytter ind, eller, når planen kommer senere, den dag den er færdig.",
        Items = placement => placement.File.Stays.Select(stay => (placement, stay)),
        Figures =
        [
            new("received", "fik planen", stay => HandOver(stay)?.ClosedOn is not null),
            new("in-time", "til tiden", stay => HandOver(stay)!.Status is not ObligationStatus.MetLate) { Among = stay => HandOver(stay)?.ClosedOn is not null, IsPart = true },
            new("none", "fik den ikke", stay => HandOver(stay)?.ClosedOn is null),
            new("no-plan", "fordi der ingen plan var", stay => HandOver(stay) is null) { Among = stay => HandOver(stay)?.ClosedOn is null, IsPart = true },
        ],
    };

    private static FigureGroup OfRevisions => new FigureGroup<(ReportedCase Case, Obligation Duty)>
    {
        Id = "hand-over-of-revisions",
        Title = "Når planen er revideret",
        Definition = "Af reviderede udgaver af planen. Nået frem, når stedet har fået den eller en nyere.",
        LeftOutText = "fristen er ikke udløbet",
        Items = placement => placement.Of("revised-plan-handover").Select(duty => (placement, duty)),
        LeftOut = revision => !revision.Case.HasRunOut(revision.Duty.Due),
        Figures =
        [
            new("received", "stedet fik den", revision => revision.Duty.ClosedOn is not null),
            new("in-time", "inden fristen", revision => revision.Duty.Status is not ObligationStatus.MetLate) { Among = revision => revision.Duty.ClosedOn is not null, IsPart = true },
            new("none", "stedet fik den ikke", revision => revision.Duty.ClosedOn is null),
        ],
    };

    /// <summary>Null where there was never a plan to hand over while the child lived there.</summary>
    private static Obligation? HandOver((ReportedCase Case, Stay Stay) stay) =>
        stay.Case.Of("plan-handover").FirstOrDefault(duty => duty.AnchoredOn == stay.Stay.From && duty.Site == stay.Stay.Site.Id);
}
