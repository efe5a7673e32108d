using NodaTime;
using Rettidig.Domain.Cases;
using Rettidig.Domain.Events.Facts;

namespace Rettidig.Domain.Rules.Duties;

/// <summary>How the child's plan is made, kept true and read by somebody else.</summary>
internal static class PlanQualityDuties
{
    private static readonly LegalBasis GoodPractice = LegalBasis.Throughout("god praksis efter serviceloven § 140", "god praksis efter barnets lov §§ 91 og 92");

    public static IEnumerable<Duty> Rows =>
    [
        new()
        {
            Id = "plan-before-allocation",
            Title = "Plan før visitationsmødet",
            Kind = DutyKind.Practice,
            Rows = ["AP-12"],
            Law = GoodPractice,
            Starts = Anchors.Each<AllocationMeetingHeld>("sagen er behandlet på et visitations- eller bevillingsmøde", "visitationsmøde"),
            Due = Due.SameDay(Term.Municipal),
            Closes = [Closer.By<ChildPlanAdopted>("planen er vedtaget", "plan vedtaget")],
            Repeats = Recurrence.EachTime,
        },
        new()
        {
            Id = "plan-on-assessment",
            Title = "Undersøgelse bag planen",
            Kind = DutyKind.Practice,
            Rows = ["AP-13"],
            Law = LegalBasis.Throughout("god praksis efter serviceloven § 140", "god praksis efter barnets lov § 92, stk. 2"),
            Starts = Anchors.Each<ChildPlanAdopted>("en plan er vedtaget", "plan vedtaget"),
            Due = Due.AtOnce(Term.Municipal),
            Closes = Remark.Closed("plan vedtaget"),
            Defects = [Remark.Wanting("no-assessment", "en afsluttet børnefaglig undersøgelse", s => s.File.Span<AssessmentCompleted>().OnOrBefore(s.Day) is null)],
            Repeats = Recurrence.EachTime,
            OnByDefault = false,
        },
        new()
        {
            Id = "plan-quality-check",
            Title = "Lederens gennemlæsning af planen",
            Kind = DutyKind.Practice,
            Rows = ["AP-14"],
            Law = GoodPractice,
            Starts = new("en plan er vedtaget eller revideret", EachVersion(_ => true)),
            Due = Due.Days(14, Term.Municipal),
            Closes = [Closer.Since<ChildPlanQualityChecked>("lederen har læst den version eller en nyere", "læst af lederen", (s, read) => read.Fact.Version >= PlanVersion.Of(s).Version)],
            Repeats = Recurrence.EachTime,
            Responsible = Agendas.Role.TeamLeader,
            OnByDefault = false,
        },
        new()
        {
            Id = "plan-after-change",
            Title = "Planen holdt op mod en væsentlig ændring",
            Kind = DutyKind.Practice,
            Rows = ["AP-15"],
            Law = GoodPractice,
            Starts = Anchors.Each<CircumstancesChanged>("barnets forhold er ændret væsentligt", "forhold ændret"),
            Due = Due.WorkingDays(5, Term.Municipal),
            Closes =
            [
                Closer.Since<ChildPlanRevised>("planen er revideret", "plan revideret"),
                Closer.Since<ChildPlanAdopted>("en ny plan er vedtaget", "plan vedtaget"),
                Closer.Since<ChildPlanUpheld>("det er noteret, at planen står", "planen står"),
            ],
            Repeats = Recurrence.EachTime,
        },
        new()
        {
            Id = "plan-making",
            Title = "Planens tilblivelse",
            Kind = DutyKind.Practice,
            Rows = ["AP-16", "AP-18"],
            Law = GoodPractice,
            Starts = new("en plan er vedtaget eller revideret, og fagsystemet fortæller, hvem der var med, eller om målene har en ansvarlig", EachVersion(plan => plan.Involved is not null || plan.GoalsAssigned is not null)),
            Due = Due.AtOnce(Term.Municipal),
            Closes = Remark.Closed("plan vedtaget"),
            Defects =
            [
                Remark.Wanting("goals-unassigned", "en ansvarlig for hvert mål", s => PlanVersion.Of(s).GoalsAssigned == false),
                Remark.Wanting("child-not-involved", "inddragelse af barnet", s => PlanVersion.Of(s).Involved is { } involved && !involved.Contains(PlanParticipant.Child)),
                Remark.Wanting("parents-not-involved", "inddragelse af forældrene", s => PlanVersion.Of(s).Involved is { } involved && !involved.Contains(PlanParticipant.Parents)),
            ],
            Repeats = Recurrence.EachTime,
        },
    ];

    private static Func<CaseFile, LocalDate, IEnumerable<Anchor>> EachVersion(Func<PlanVersion, bool> counts) =>
        (file, _) => PlanVersion.Each(file, counts);
}
