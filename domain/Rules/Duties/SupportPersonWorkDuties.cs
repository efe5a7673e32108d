using Rettidig.Domain.Cases;
using Rettidig.Domain.Events.Facts;

namespace Rettidig.Domain.Rules.Duties;

/// <summary>How the support person is explained, agreed on and used.</summary>
internal static class SupportPersonWorkDuties
{
    private static readonly LegalBasis GoodPractice = LegalBasis.Throughout("god praksis efter serviceloven § 54", "god praksis efter barnets lov § 75");

    public static IEnumerable<Duty> Rows =>
    [
        new()
        {
            Id = "support-person-purpose",
            Title = "Forklaring af støttepersonens rolle",
            Kind = DutyKind.Practice,
            Rows = ["SP-07"],
            Law = GoodPractice,
            Starts = Anchors.EachOfCustodyHolder<SupportPersonOffered>("en støtteperson er tilbudt, og fagsystemet fortæller, om rollen blev forklaret", "tilbudt", offer => offer.CustodyHolder, offer => offer.PurposeExplained is not null),
            Due = Due.AtOnce(Term.Municipal),
            Closes = Remark.Closed("tilbudt"),
            Defects = [Remark.Wanting("purpose-not-explained", "forklaring af, hvad en støtteperson er", s => s.Started<SupportPersonOffered>()!.PurposeExplained == false)],
            Repeats = Recurrence.EachTime,
        },
        new()
        {
            Id = "support-person-appeal-guidance",
            Title = "Klagevejledning om støtteperson",
            Kind = DutyKind.Statute,
            Rows = ["SP-14", "BL-27"],
            Law = LegalBasis.Throughout("serviceloven § 54, stk. 1, jf. forvaltningsloven § 25", "barnets lov § 75, jf. forvaltningsloven § 25"),
            Starts = Anchors.EachOfCustodyHolder<SupportPersonGranted>("timerne er fastsat, og fagsystemet fortæller, om klagevejledning er givet", "timer fastsat", grant => grant.CustodyHolder, grant => grant.AppealGuidance is not null)
                .Or(Anchors.EachOfCustodyHolder<SupportPersonOffered>(
                    "der er truffet afgørelse om at tilbyde (barnets lov)", "tilbud besluttet", offer => offer.CustodyHolder, offer => offer.AppealGuidance is not null && Regimes.On(offer.OfferedOn) == Regime.C)),
            Due = Due.AtOnce(Term.Statutory),
            Closes = Remark.Closed("afgørelse truffet"),
            Defects = [Remark.Demanding("no-appeal-guidance", "klagevejledning", s => s.Started<SupportPersonGranted>()?.AppealGuidance == false || s.Started<SupportPersonOffered>()?.AppealGuidance == false)],
            Repeats = Recurrence.EachTime,
        },
        new()
        {
            Id = "support-person-contract",
            Title = "Kontrakt med støttepersonen",
            Kind = DutyKind.Practice,
            Rows = ["SP-18"],
            Law = GoodPractice,
            Starts = Granted,
            Due = Due.Days(14, Term.Municipal),
            Closes = [Closer.By<SupportPersonContractSigned>("kontrakten er underskrevet", "kontrakt underskrevet", s => s.File.About<SupportPersonContractSigned>(static signed => signed.Fact.CustodyHolder, s.Anchor.CustodyHolder))],
            Repeats = Recurrence.EachTime,
            OnByDefault = false,
        },
        new()
        {
            Id = "support-person-start-meeting",
            Title = "Opstartsmøde med støttepersonen",
            Kind = DutyKind.Practice,
            Rows = ["SP-22"],
            Law = GoodPractice,
            Starts = Granted,
            Due = Due.Months(1, Term.Municipal),
            Closes = [Closer.Since<SupportPersonStartMeetingHeld>("opstartsmødet er holdt", "opstartsmøde holdt", s => s.File.About<SupportPersonStartMeetingHeld>(static held => held.Fact.CustodyHolder, s.Anchor.CustodyHolder))],
            Repeats = Recurrence.EachTime,
            OnByDefault = false,
        },
        new()
        {
            Id = "support-person-use",
            Title = "Spørgsmål om brugen af støttepersonen",
            Kind = DutyKind.Practice,
            Rows = ["SP-19"],
            Law = GoodPractice,
            Starts = new("der er holdt opfølgning, mens forælderen har en støtteperson", ReviewsWithSupport) { Per = Scope.CustodyHolder },
            Due = Due.Days(14, Term.Municipal),
            Closes = [Closer.Since<SupportPersonUseNoted>("forælderen er spurgt", "brugen noteret", s => s.File.About<SupportPersonUseNoted>(static noted => noted.Fact.CustodyHolder, s.Anchor.CustodyHolder))],
            Repeats = Recurrence.EachTime,
            OnByDefault = false,
        },
        new()
        {
            Id = "support-person-hours",
            Title = "Ny afgørelse om støttepersonens timer",
            Kind = DutyKind.Practice,
            Rows = ["SP-20"],
            Law = GoodPractice,
            Starts = new("støttepersonen har meldt flere timer på en måned, end der er bevilget", HoursAboveGrant) { Per = Scope.CustodyHolder },
            Due = Due.Days(14, Term.Municipal),
            Closes = [Closer.After<SupportPersonGranted>("der er truffet ny afgørelse om timerne", "timer fastsat", OfHolder.Grants)],
            Repeats = Recurrence.EachTime,
        },
        new()
        {
            Id = "support-person-change",
            Title = "Skift af støtteperson",
            Kind = DutyKind.Practice,
            Rows = ["SP-21"],
            Law = GoodPractice,
            Starts = Anchors.EachOfCustodyHolder<SupportPersonChangeRequested>("forælderen har bedt om en anden støtteperson", "skift ønsket", request => request.CustodyHolder),
            Due = Due.Days(14, Term.Municipal),
            Closes = [Closer.After<SupportPersonGranted>("en ny støtteperson er bevilget", "støtteperson bevilget", OfHolder.Grants)],
            Repeats = Recurrence.EachTime,
        },
    ];

    private static Trigger Granted => Anchors.EachOfCustodyHolder<SupportPersonGranted>("en støtteperson er bevilget", "støtteperson bevilget", grant => grant.CustodyHolder);

    private static IEnumerable<Anchor> ReviewsWithSupport(CaseFile file, NodaTime.LocalDate today)
    {
        string[] holders = [.. file.All<SupportPersonGranted>().Select(grant => grant.Fact.CustodyHolder).Distinct()];
        return file.Reviews.SelectMany(review => holders
            .Where(holder => HasSupport(file, holder, review.Day))
            .Select(holder => Anchor.On(file, review, "opfølgning") with { CustodyHolder = holder }));
    }

    /// <summary>Whether the last support person granted by a day has not ended by then.</summary>
    private static bool HasSupport(CaseFile file, string holder, NodaTime.LocalDate day) =>
        OfHolder.Grants(file, holder).OnOrBefore(day) is { } grant && !(OfHolder.Ends(file, holder).OnOrBefore(day)?.IsAfter(grant) ?? false);

    private static IEnumerable<Anchor> HoursAboveGrant(CaseFile file, NodaTime.LocalDate today) =>
        file.All<SupportPersonHoursReported>()
            .Where(report => OfHolder.Grants(file, report.Fact.CustodyHolder).OnOrBefore(report.Day) is { } grant && report.Fact.Hours > grant.Fact.HoursPerMonth)
            .Select(report => Anchor.On(file, report, "timer meldt") with { CustodyHolder = report.Fact.CustodyHolder });
}
