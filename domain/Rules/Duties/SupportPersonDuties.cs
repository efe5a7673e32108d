using Rettidig.Domain.Events.Facts;

namespace Rettidig.Domain.Rules.Duties;

/// <summary>The parents' support person (støtteperson): offered at once, answered, offered again, granted. Each custody holder has the right (T-13).</summary>
internal static class SupportPersonDuties
{
    private static readonly DutyTerm Later = new(Counted.Months(1), Term.Municipal);
    private static readonly DutyTerm Sooner = new(Counted.Days(14), Term.Municipal, "distressed", "når forældrene var meget påvirkede, eller anbringelsen var akut");

    private static readonly Defect NoAppealGuidance = new("no-appeal-guidance", "klagevejledning ved afslaget", Statutory: true);

    public static IEnumerable<Duty> Rows =>
    [
        new()
        {
            Id = "support-person-offer",
            Title = "Tilbud om støtteperson",
            Kind = DutyKind.Statute,
            Rows = ["SP-01"],
            Law = LegalBasis.Throughout("serviceloven § 54, stk. 1", "barnets lov § 75"),
            Anchors = Anchors.EachCustodyHolderInPlacement,
            Due = Due.SameDay(Term.Municipal),
            Closes = s => Closing.By(s.First<SupportPersonOffered>(offer => IsFor(s, offer.Fact.CustodyHolder)), "tilbudt"),
        },
        new()
        {
            Id = "support-person-answer",
            Title = "Svar på tilbud om støtteperson",
            Kind = DutyKind.Guidance,
            Rows = ["SP-03"],
            Law = LegalBasis.Throughout("vejledning til serviceloven § 54", "god praksis efter barnets lov § 75"),
            Anchors = Anchors.EachOfCustodyHolder<SupportPersonOffered>("tilbudt", offer => offer.CustodyHolder),
            Due = Due.Days(14, Term.Municipal),
            Closes = s => Closing.Earliest(
                Closing.By(s.First<SupportPersonAnswered>(answer => IsFor(s, answer.Fact.CustodyHolder) && answer.Day >= s.Day), "besvaret"),
                Closing.By(s.First<SupportPersonGranted>(grant => IsFor(s, grant.Fact.CustodyHolder) && grant.Day >= s.Day), "støtteperson bevilget"),
                Closing.By(s.First<SupportPersonOffered>(offer => IsFor(s, offer.Fact.CustodyHolder) && s.IsAfterAnchor(offer)), "tilbudt igen")),
        },
        new()
        {
            Id = "support-person-reoffer",
            Title = "Fornyet tilbud om støtteperson",
            Kind = DutyKind.Practice,
            Rows = ["SP-02", "SP-04", "SP-05"],
            Law = LegalBasis.Throughout("god praksis efter serviceloven § 54", "god praksis efter barnets lov § 75"),
            Anchors = (file, today) => DeclinedOffers(file, today).Concat(EndedSupport(file, today)).OrderBy(anchor => anchor.Fact!, Cases.CaseOrder.Comparer),
            Due = s => IsUrgent(s) ? Due.In(s, Sooner.Default, Sooner.Term, Sooner.Variant) : Due.In(s, Later.Default, Later.Term),
            Terms = [Later, Sooner],
            Closes = s => Closing.Earliest(
                Closing.By(s.First<SupportPersonOffered>(offer => IsFor(s, offer.Fact.CustodyHolder) && offer.Day > s.Day), "tilbudt igen"),
                Closing.By(s.First<SupportPersonAnswered>(answer => IsFor(s, answer.Fact.CustodyHolder) && answer.Fact.Answer == OfferAnswer.Accepted && s.IsAfterAnchor(answer)), "accepteret"),
                Closing.By(s.First<SupportPersonGranted>(grant => IsFor(s, grant.Fact.CustodyHolder) && s.IsAfterAnchor(grant)), "støtteperson bevilget")),
        },
        new()
        {
            Id = "support-person-grant",
            Title = "Bevilling af støtteperson",
            Kind = DutyKind.Guidance,
            Rows = ["SP-08", "SP-13", "SP-16"],
            Law = LegalBasis.Throughout("vejledning til serviceloven § 54", "god praksis efter barnets lov § 75"),
            Anchors = Anchors.EachOfCustodyHolder<SupportPersonAnswered>("accepteret", answer => answer.CustodyHolder, answer => answer.Answer == OfferAnswer.Accepted),
            Due = Due.Days(14, Term.Municipal),
            Closes = s => Closing.By(
                s.First<SupportPersonGranted>(grant => IsFor(s, grant.Fact.CustodyHolder) && grant.Day >= s.Day && grant.Fact.HoursPerMonth > 0), "støtteperson bevilget"),
        },
        new()
        {
            Id = "support-person-proposal",
            Title = "Svar på forslag til støtteperson",
            Kind = DutyKind.Guidance,
            Rows = ["SP-10", "SP-11"],
            Law = LegalBasis.Throughout("vejledning til serviceloven § 54", "god praksis efter barnets lov § 75"),
            Anchors = Anchors.EachOfCustodyHolder<SupportPersonProposed>("foreslået", proposal => proposal.CustodyHolder),
            Due = Due.Weeks(4, Term.Municipal),
            Closes = s => Closing.By(ProposalAnswer(s), "forslag besvaret"),
            Defects = s => ProposalAnswer(s) is { Fact: { Answer: Events.Facts.ProposalAnswer.Refused, AppealGuidance: not true } } ? [NoAppealGuidance] : [],
        },
    ];

    private static Cases.Recorded<SupportPersonProposalAnswered>? ProposalAnswer(Situation s) =>
        s.First<SupportPersonProposalAnswered>(answer => IsFor(s, answer.Fact.CustodyHolder) && answer.Day >= s.Day);

    private static bool IsFor(Situation s, string custodyHolder) => s.Anchor.CustodyHolder == custodyHolder;

    private static IEnumerable<Anchor> DeclinedOffers(Cases.CaseFile file, NodaTime.LocalDate today) =>
        Anchors.EachOfCustodyHolder<SupportPersonAnswered>("afslået", answer => answer.CustodyHolder, answer => answer.Answer == OfferAnswer.Declined)(file, today);

    private static IEnumerable<Anchor> EndedSupport(Cases.CaseFile file, NodaTime.LocalDate today) =>
        Anchors.EachOfCustodyHolder<SupportPersonEnded>("støtteperson ophørt", ended => ended.CustodyHolder)(file, today);

    /// <summary>After a traumatic placement the parents are asked again sooner (SP-05).</summary>
    private static bool IsUrgent(Situation s) =>
        s.File.Decision!.Fact.Emergency || s.Anchor.Fact is Cases.Recorded<SupportPersonAnswered> { Fact.Distressed: true };
}
