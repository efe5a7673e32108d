using Rettidig.Domain.Agendas;
using Rettidig.Domain.Events.Facts;

namespace Rettidig.Domain.Reports.Tables;

/// <summary>Figure 5.2 of the study of child plans, and the figures in its text on revision, visits and contact.</summary>
internal static class ReviewTables
{
    public static readonly ReportSection Section = new(
        "reviews",
        "Opfølgning",
        "Ankestyrelsen: handleplaner for anbragte børn og unge (2019), gennemgang af 225 sager",
        [
            First, Next, AtSixMonths, Visits,
            Revision("first", "ved den første opfølgning", review => review.Number == 1),
            Revision("second", "ved den anden opfølgning", review => review.Number == 2),
            Revision("later", "ved senere opfølgninger", review => review.Number > 2),
            Contact("first", "før den første opfølgning", review => review.Number == 1),
            Contact("second", "før den anden opfølgning", review => review.Number == 2),
            Contact("later", "før senere opfølgninger", review => review.Number > 2),
        ]);

    private static FigureGroup First => Terms(
        "first-review",
        "Første opfølgning: tre måneder efter iværksættelsen",
        "Af anbringelser, hvor fristen er udløbet. Efter barnets lov er fristen den dag, en undersøgelse er færdig, når det er før.");

    private static FigureGroup Next => Terms(
        "next-review",
        "Næste opfølgninger, som loven regner fristen",
        "Af frister for næste opfølgning, der er udløbet: efter serviceloven seks måneder efter den forrige, efter barnets lov den dag, der er besluttet i sagen.");

    private static FigureGroup AtSixMonths => new FigureGroup<NextReview>
    {
        Id = "six-month-review",
        Title = "Anden opfølgning, som undersøgelsen målte: seks måneder efter iværksættelsen",
        Definition = "Af anbringelser, der har varet seks måneder. Kun til sammenligning: loven regner fra den forrige opfølgning, så den anden kan være rettidig og alligevel komme senere end seks måneder efter iværksættelsen.",
        LeftOutText = "har ikke varet seks måneder",
        Items = placement => [new NextReview(placement)],
        LeftOut = review => review.IsNotRelevant,
        Figures =
        [
            new("in-time", "til tiden", review => review.HeldOn <= review.Due),
            new("late", "for sent", review => review.HeldOn > review.Due),
            new("none", "ingen opfølgning", review => review.HeldOn is null),
        ],
    };

    private static FigureGroup Visits => new FigureGroup<ReportedCase>
    {
        Id = "visit-before-review",
        Title = "Tilsynsbesøg før den seneste opfølgning",
        Definition =
            "Af alle anbringelser. Kun besøg på stedet af sagsbehandleren, hvor barnet er talt med, siden den forrige opfølgning eller iværksættelsen. "
            + "Er der ingen opfølgning, tæller besøg til og med opgørelsesdagen.",
        Items = placement => [placement],
        Figures =
        [
            new("visit", "mindst ét besøg", c => !LacksVisit(c)),
            new("none", "intet besøg", LacksVisit),
        ],
    };

    private static FigureGroup Revision(string id, string when, Func<HeldReview, bool> counts) => new FigureGroup<HeldReview>
    {
        Id = $"revision-{id}",
        Title = $"Revision af planen {when}",
        Definition = "Af afholdte opfølgninger. Gennemført, når planen er revideret den dag eller senere.",
        Items = placement => HeldReview.ListOf(placement).Where(counts),
        Figures =
        [
            new("needed", "vurderet nødvendig", review => review.NeedsRevision),
            new("done", "gennemført", review => review.IsRevised) { Among = review => review.NeedsRevision, IsPart = true },
            new("not-due", "inden for fristen", review => review.HasTimeLeft) { Among = review => review.NeedsRevision, IsPart = true },
        ],
    };

    private static FigureGroup Contact(string id, string when, Func<HeldReview, bool> counts) => new FigureGroup<HeldReview>
    {
        Id = $"contact-{id}",
        Title = $"Kontakt med forældremyndighedsindehaveren {when}",
        Definition = "Af afholdte opfølgninger.",
        Items = placement => HeldReview.ListOf(placement).Where(counts),
        Figures =
        [
            new("contacted", "kontakt", review => review.Review.Fact.CustodyHolder == CustodyHolderContact.Contacted),
            new("attempted", "kun forsøg på kontakt", review => review.Review.Fact.CustodyHolder == CustodyHolderContact.Attempted),
            new("none", "hverken kontakt eller forsøg", review => review.Review.Fact.CustodyHolder == CustodyHolderContact.NotContacted),
        ],
    };

    private static FigureGroup Terms(string duty, string title, string definition) => new FigureGroup<(ReportedCase Case, Obligation Duty)>
    {
        Id = duty,
        Title = title,
        Definition = definition,
        LeftOutText = "fristen er ikke udløbet",
        Items = placement => placement.Of(duty).Select(term => (placement, term)),
        LeftOut = review => !review.Case.HasRunOut(review.Duty.Due),
        Figures =
        [
            new("in-time", "til tiden", review => review.Duty.Status is ObligationStatus.Met or ObligationStatus.MetWithDefects),
            new("late", "for sent", review => review.Duty.Status == ObligationStatus.MetLate),
            new("none", "ingen opfølgning", review => review.Duty.ClosedOn is null),
        ],
    };

    private static bool LacksVisit(ReportedCase c) => c.Of("review-basis").LastOrDefault() is { } basis
        ? basis.Defects.Any(defect => defect.Id == "no-visit")
        : c.File.QualifyingVisits.Count == 0;
}
