using Rettidig.Domain.Cases;
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
            Starts = Anchors.EachCustodyHolderInPlacement,
            Due = Due.SameDay(Term.Municipal),
            Closes = [Closer.By<SupportPersonOffered>("en støtteperson er tilbudt, også før anbringelsen", "tilbudt", OfHolder.Offers)],
            Repeats = Recurrence.Once,
        },
        new()
        {
            Id = "support-person-answer",
            Title = "Forældrenes svar på tilbud om støtteperson",
            Kind = DutyKind.Guidance,
            Rows = ["SP-03", "SP-06"],
            Law = LegalBasis.Throughout("vejledning til serviceloven § 54", "god praksis efter barnets lov § 75"),
            Starts = Anchors.EachOfCustodyHolder<SupportPersonOffered>("en støtteperson er tilbudt", "tilbudt", offer => offer.CustodyHolder),
            Due = Due.Days(14, Term.Municipal),
            Closes =
            [
                Closer.Since<SupportPersonAnswered>("tilbuddet er besvaret; en grund til et nej kræves ikke", "besvaret", OfHolder.Answers),
                Closer.Since<SupportPersonGranted>("en støtteperson er bevilget", "støtteperson bevilget", OfHolder.Grants),
                Closer.After<SupportPersonOffered>("der er tilbudt igen", "tilbudt igen", OfHolder.Offers),
            ],
            Repeats = Recurrence.EachTime,
        },
        new()
        {
            Id = "support-person-reoffer",
            Title = "Fornyet tilbud om støtteperson",
            Kind = DutyKind.Practice,
            Rows = ["SP-02", "SP-04", "SP-05"],
            Law = LegalBasis.Throughout("god praksis efter serviceloven § 54", "god praksis efter barnets lov § 75"),
            Starts = Anchors.EachOfCustodyHolder<SupportPersonAnswered>("tilbuddet er afslået", "afslået", answer => answer.CustodyHolder, answer => answer.Answer == OfferAnswer.Declined)
                .Or(Anchors.EachOfCustodyHolder<SupportPersonEnded>("støttepersonen er ophørt", "støtteperson ophørt", ended => ended.CustodyHolder)),
            Due = OneMonthOrFourteenDays,
            Closes =
            [
                Closer.From<SupportPersonOffered>("der er tilbudt igen på en senere dag", "tilbudt igen", s => s.Day.PlusDays(1), OfHolder.Offers),
                Closer.After<SupportPersonAnswered>("et tilbud er accepteret", "accepteret", OfHolder.Acceptances),
                Closer.After<SupportPersonGranted>("en støtteperson er bevilget", "støtteperson bevilget", OfHolder.Grants),
            ],
            Repeats = Recurrence.EachTime,
        },
        new()
        {
            Id = "support-person-grant",
            Title = "Bevilling af støtteperson",
            Kind = DutyKind.Guidance,
            Rows = ["SP-08", "SP-13", "SP-16"],
            Law = LegalBasis.Throughout("vejledning til serviceloven § 54", "god praksis efter barnets lov § 75"),
            Starts = Anchors.EachOfCustodyHolder<SupportPersonAnswered>("tilbuddet er accepteret", "accepteret", answer => answer.CustodyHolder, answer => answer.Answer == OfferAnswer.Accepted),
            Due = Due.Days(14, Term.Municipal),
            Closes =
            [
                Closer.Since<SupportPersonGranted>("en støtteperson er bevilget med timer pr. måned", "støtteperson bevilget", OfHolder.GrantsWithHours),
            ],
            Repeats = Recurrence.EachTime,
        },
        new()
        {
            Id = "support-person-proposal",
            Title = "Svar på forældrenes forslag til støtteperson",
            Kind = DutyKind.Guidance,
            Rows = ["SP-10", "SP-11", "SP-12"],
            Law = LegalBasis.Throughout("vejledning til serviceloven § 54", "god praksis efter barnets lov § 75"),
            Starts = Anchors.EachOfCustodyHolder<SupportPersonProposed>("forældrene selv har foreslået en person", "foreslået", proposal => proposal.CustodyHolder),
            Due = Due.Weeks(4, Term.Municipal),
            Closes = [new("forslaget er godkendt eller afslået", s => Closing.By(AnswerToProposal(s), "forslag besvaret"))],
            Defects =
            [
                new(NoAppealGuidance, s => AnswerToProposal(s) is { Fact: { Answer: ProposalAnswer.Refused, AppealGuidance: not true } }),
                Remark.Wanting("no-own-ground", "en anden grund end bisidderrollen eller en forening", s => AnswerToProposal(s) is { Fact: { Answer: ProposalAnswer.Refused, Ground: RefusalGround.CompanionOrAssociation } }),
            ],
            Repeats = Recurrence.EachTime,
        },
    ];

    /// <summary>After a traumatic placement the parents are asked again sooner (SP-05).</summary>
    private static Deadline OneMonthOrFourteenDays => Due.After(Later) with
    {
        Text = $"{Later.Default} efter; {Sooner.Default}, {Sooner.Meaning}",
        Terms = [Later, Sooner],
        Of = s => IsUrgent(s) ? Due.In(s, Sooner.Default, Sooner.Term, Sooner.Variant) : Due.In(s, Later.Default, Later.Term),
    };

    private static Recorded<SupportPersonProposalAnswered>? AnswerToProposal(Situation s) =>
        s.File.About<SupportPersonProposalAnswered>(static answer => answer.Fact.CustodyHolder, s.Anchor.CustodyHolder).OnOrAfter(s.Day);

    private static bool IsUrgent(Situation s) => s.File.Decision!.Fact.Emergency || s.Started<SupportPersonAnswered>()?.Distressed == true;
}
