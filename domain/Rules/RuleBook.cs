using NodaTime;
using Rettidig.Domain.Agendas;
using Rettidig.Domain.Cases;
using Rettidig.Domain.Rules.Duties;
using Rettidig.Domain.Rules.Settings;

namespace Rettidig.Domain.Rules;

/// <summary>All duties, and the one function everything rests on: facts in, agenda out.</summary>
public sealed class RuleBook
{
    /// <summary>The rows as people look for them: by what they are about.</summary>
    public static readonly IReadOnlyList<Chapter> Chapters =
    [
        new("Forældrenes støtteperson", [.. SupportPersonDuties.Rows, .. SupportPersonWorkDuties.Rows]),
        new("Støtte til forældrene og deres plan", [.. ParentSupportDuties.Rows, .. ParentPlanWorkDuties.Rows, .. ParentCareDuties.Rows]),
        new("Barnets plan", [.. ChildPlanDuties.Rows, .. PlanQualityDuties.Rows]),
        new("Anbringelsesstedet", [.. HandOverDuties.Rows, .. SiteDuties.Rows]),
        new("Opfølgning", [.. ReviewDuties.Rows, .. ReviewQualityDuties.Rows]),
        new("Tilsyn", [.. SupervisionDuties.Rows, .. VisitDuties.Rows]),
        new("Afgørelser og rettigheder", [.. DecisionDuties.Rows, .. ChildRightsDuties.Rows]),
        new("Information, trivsel og samarbejde", [.. CareDuties.Rows, .. CooperationDuties.Rows]),
        new("Målrettet støtte til forældre", [.. TargetedSupportDuties.Rows]),
    ];

    private static readonly Duty[] AllDuties = [.. Chapters.SelectMany(chapter => chapter.Duties)];

    private static readonly HashSet<string> BirthdayDuties = [.. AllDuties.Where(duty => duty.TellsBirthday).Select(duty => duty.Id)];

    private static readonly Dictionary<string, string> Titles =
        AllDuties.Select(duty => (duty.Id, duty.Title)).Append((MissingDecision.Id, MissingDecision.Title)).ToDictionary(StringComparer.Ordinal);

    /// <summary>The rule book of a municipality that has chosen nothing itself.</summary>
    public static readonly RuleBook Standard = new(MunicipalRules.Default);

    // Made once a municipality, in the order of an agenda: a look at a placement only reads them.
    private readonly DutyInForce[] inForce;
    private readonly IReadOnlyList<RulesInForce> versions;
    private readonly MunicipalRules rules;

    /// <summary>The rule book of a municipality whose choices have always been these.</summary>
    public RuleBook(MunicipalRules rules)
        : this([new RulesInForce(Instant.MinValue, rules)])
    {
    }

    /// <summary>The rule book of a municipality that has changed its choices: what was closed keeps the term it was closed under.</summary>
    /// <param name="versions">At least one, oldest first; the last one is in force.</param>
    public RuleBook(IReadOnlyList<RulesInForce> versions)
    {
        this.versions = versions;
        rules = versions[^1].Rules;
        Office = new OfficeHours(rules.QuietHours);
        inForce = [.. AllDuties.OrderBy(duty => duty.Id, StringComparer.Ordinal).Select(duty => DutyInForce.Of(duty, versions)).OfType<DutyInForce>()];
    }

    /// <summary>The rows, in the order of the source documents; those that a municipality has turned off too.</summary>
    public IReadOnlyList<Duty> Duties => AllDuties;

    /// <summary>The same choices with no duty turned off: for what counts how cases fare, whatever anybody wants to be reminded of.</summary>
    public RuleBook NothingOff => field ??= versions.All(version => version.Rules.DutiesOff.Count == 0)
        ? this
        : new RuleBook([.. versions.Select(version => version with { Rules = version.Rules with { DutiesOff = MunicipalRules.Default.DutiesOff } })]);

    /// <summary>When mail may go.</summary>
    public OfficeHours Office { get; }

    /// <summary>The ladder of a duty in this municipality; the standard one for a duty that is turned off or unknown.</summary>
    public LadderPlan LadderOf(string dutyId) => Array.Find(inForce, row => row.Duty.Id == dutyId)?.Ladder ?? LadderPlan.Standard;

    /// <summary>The Danish title of a duty id.</summary>
    public static string TitleOf(string dutyId) => Titles.GetValueOrDefault(dutyId, dutyId);

    /// <summary>Whether the explanations of a duty may leave the building in a mail: none that tells a birthday may.</summary>
    public static bool MayMailExplanationOf(string dutyId) => !BirthdayDuties.Contains(dutyId);

    /// <summary>What the case demands as of a day. The same facts and day give the same agenda, whenever and wherever it is asked.</summary>
    public Agenda Evaluate(CaseFile file, LocalDate today)
    {
        if (!file.IsDecided)
        {
            return Undecided(file, today);
        }

        var evaluation = new Evaluation(file, today, Office);
        var obligations = new List<Obligation>(inForce.Length);
        foreach (DutyInForce row in inForce)
        {
            evaluation.Apply(row, obligations);
        }

        Step[] notices = rules.SiteNotices ? [.. SiteNotices.Of(file, today, Office)] : [];
        bool closed = file.EndedOn <= today && !obligations.Any(obligation => obligation.IsOpen);
        return new Agenda(
            obligations,
            notices.Length == 0 ? Handover.WithLeader(obligations) : [.. Handover.WithLeader(obligations), .. notices],
            closed ? null : NextChange.After(today, file, obligations, notices),
            closed);
    }

    /// <summary>The obligations of some duties as of a day, and nothing else of the agenda: for what only counts how they fared.</summary>
    public IReadOnlyList<Obligation> ObligationsOf(CaseFile file, LocalDate today, IReadOnlySet<string> dutyIds)
    {
        List<Obligation> obligations = [];
        if (file.IsDecided)
        {
            var evaluation = new Evaluation(file, today, Office);
            foreach (DutyInForce row in inForce.Where(row => dutyIds.Contains(row.Duty.Id)))
            {
                evaluation.Apply(row, obligations);
            }
        }

        return obligations;
    }

    private Agenda Undecided(CaseFile file, LocalDate today) =>
        MissingDecision.Of(file, Office.Days) is { } step
            ? new Agenda([], [step], step.Day > today ? step.Day : null, Closed: false)
            : new Agenda([], [], null, Closed: false);
}
