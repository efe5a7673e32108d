using Rettidig.Domain.Cases;
using Rettidig.Domain.Events.Facts;
using Rettidig.Domain.Events.Reading;

namespace Rettidig.Domain.Rules.Duties;

/// <summary>How the parents' plan is made and worked with, and the plan for the whole family that may take its place.</summary>
internal static class ParentPlanWorkDuties
{
    private static readonly LegalBasis Method = LegalBasis.Always("metode: målrettet støtte til forældre");
    private static readonly LegalBasis GoodPractice = LegalBasis.Throughout("god praksis efter serviceloven § 54, stk. 2", "god praksis efter barnets lov § 77");

    public static IEnumerable<Duty> Rows =>
    [
        new()
        {
            Id = "holistic-plan-consent",
            Title = "Samtykke til en helhedsorienteret plan",
            Kind = DutyKind.Statute,
            Rows = ["BL-11"],
            Law = LegalBasis.Throughout("serviceloven § 54, stk. 3", "barnets lov § 78"),
            Starts = Anchors.Each<HolisticPlanAdopted>("en helhedsorienteret plan har afløst forældrehandleplanen", "helhedsorienteret plan"),
            Due = Due.SameDay(Term.Statutory),
            Closes =
            [
                new("forældrene har givet samtykke", s => s.Started<HolisticPlanAdopted>()!.Consent ? Closing.By(s.Anchor.Fact, "samtykke givet") : null),
                Closer.After<HolisticPlanAdopted>("planen er vedtaget igen med samtykke", "samtykke givet", s => s.File.Those<HolisticPlanAdopted>(static plan => plan.Consent)),
                Closer.Since<ParentPlanAdopted>("en særskilt forældrehandleplan er vedtaget", "forældrehandleplan vedtaget"),
            ],
            Repeats = Recurrence.EachTime,
        },
        new()
        {
            Id = "parent-plan-waiver-approval",
            Title = "Lederens godkendelse af at undlade en forældrehandleplan",
            Kind = DutyKind.Practice,
            Rows = ["PP-03"],
            Law = GoodPractice,
            Starts = Anchors.Each<ParentPlanWaived>("planen er undladt", "plan undladt"),
            Due = Due.Days(14, Term.Municipal),
            Closes =
            [
                Closer.Since<ParentPlanWaiverApproved>("lederen har godkendt begrundelsen", "godkendt"),
                Closer.Since<ParentPlanAdopted>("planen er lavet alligevel", "forældrehandleplan vedtaget"),
            ],
            Repeats = Recurrence.EachTime,
            Responsible = Agendas.Role.TeamLeader,
            OnByDefault = false,
        },
        new()
        {
            Id = "parent-plan-making",
            Title = "Forældrehandleplanens tilblivelse og indhold",
            Kind = DutyKind.Method,
            Rows = ["PP-06", "PP-17"],
            Law = Method,
            Starts = Anchors.Each<ParentPlanAdopted>("en forældrehandleplan er vedtaget", "forældrehandleplan vedtaget"),
            Due = Due.AtOnce(Term.Municipal),
            Closes = Remark.Closed("forældrehandleplan vedtaget"),
            Defects = [Remark.Wanting("not-with-parents", "forældrenes deltagelse", s => !s.Started<ParentPlanAdopted>()!.WithParents), .. Enum.GetValues<ParentPlanContent>().Select(Lacking)],
            Repeats = Recurrence.EachTime,
        },
        new()
        {
            Id = "parent-plan-meeting",
            Title = "Handleplansmøde med forældrene",
            Kind = DutyKind.Method,
            Rows = ["PP-08"],
            Law = Method,
            Starts = Anchors.Each<ParentPlanAdopted>("en forældrehandleplan er vedtaget", "forældrehandleplan vedtaget").Or(Anchors.Each<ParentPlanFollowedUp>("der er fulgt op på den", "fulgt op")),
            Due = Due.Months(1, Term.Municipal),
            Closes =
            [
                Closer.After<ParentPlanFollowedUp>("der er fulgt op på målene, også uformelt", "fulgt op"),
                Closer.After<ParentPlanAdopted>("en ny forældrehandleplan er vedtaget", "ny forældrehandleplan vedtaget"),
            ],
            Repeats = Recurrence.Again,
            OnByDefault = false,
        },
        new()
        {
            Id = "parent-plan-reworked",
            Title = "Gennemgang af en kopieret forældrehandleplan",
            Kind = DutyKind.Practice,
            Rows = ["PP-20"],
            Law = GoodPractice,
            Starts = Anchors.Each<ParentPlanAdopted>("en forældrehandleplan er kopieret fra en ældre", "plan kopieret", plan => plan.Copied == true),
            Due = Due.Days(14, Term.Municipal),
            Closes =
            [
                Closer.After<ParentPlanGoalsRevised>("målene er revideret med forældrene", "mål revideret"),
                Closer.After<ParentPlanAdopted>("en ny plan er vedtaget, der ikke er kopieret", "ny forældrehandleplan vedtaget", s => s.File.Those<ParentPlanAdopted>(static plan => plan.Copied != true)),
            ],
            Repeats = Recurrence.EachTime,
        },
        new()
        {
            Id = "parent-plan-reoffer",
            Title = "Fornyet tilbud om forældrehandleplan",
            Kind = DutyKind.Practice,
            Rows = ["PP-15"],
            Law = GoodPractice,
            Starts = Anchors.Each<ParentPlanPostponed>("forældrene endnu ikke har kunnet rumme en plan", "plan udsat"),
            Due = Due.Months(1, Term.Municipal),
            Closes =
            [
                Closer.Since<ParentPlanAdopted>("planen er vedtaget", "forældrehandleplan vedtaget"),
                Closer.From<ParentPlanPostponed>("forældrene er spurgt igen", "spurgt igen", s => s.Day.PlusDays(1)),
            ],
            Repeats = Recurrence.Again,
        },
        new()
        {
            Id = "parent-plan-request",
            Title = "Svar på forældrenes ønske om en plan",
            Kind = DutyKind.Practice,
            Rows = ["PP-21"],
            Law = GoodPractice,
            Starts = Anchors.Each<ParentPlanRequested>("forældrene har bedt om en plan", "plan ønsket"),
            Due = Due.Days(14, Term.Municipal),
            Closes =
            [
                Closer.Since<ParentPlanAdopted>("planen er vedtaget", "forældrehandleplan vedtaget"),
                Closer.Since<ParentPlanWaived>("planen er undladt med begrundelse", "undladt med begrundelse"),
                Closer.Since<HolisticPlanAdopted>("en helhedsorienteret plan er vedtaget", "helhedsorienteret plan vedtaget"),
            ],
            Repeats = Recurrence.EachTime,
            LadderNote = "beder de igen uden at have fået svar, får teamlederen besked straks",
            TellsLeaderAtOnce = HadAskedInVain,
        },
    ];

    /// <summary>Whether they had asked before, and no plan has been adopted since they last did.</summary>
    private static bool HadAskedInVain(Situation s) => s.File.Span<ParentPlanRequested>().Before(s.Anchor.Fact!) is { } before
        && !(s.File.Span<ParentPlanAdopted>().OnOrAfter(before.Day)?.Day <= s.Day);

    private static DefectCheck Lacking(ParentPlanContent content) =>
        Remark.Wanting("no-" + ChoiceNames<ParentPlanContent>.Text(content), Danish(content), s => s.Started<ParentPlanAdopted>()!.Contents is { } contents && !contents.Contains(content));

    private static string Danish(ParentPlanContent content) => content switch
    {
        ParentPlanContent.Purpose => "formålet med anbringelsen",
        ParentPlanContent.Basis => "anbringelsesgrundlaget",
        ParentPlanContent.LongTermGoals => "de langsigtede mål",
        _ => "målene for de næste måneder",
    };
}
