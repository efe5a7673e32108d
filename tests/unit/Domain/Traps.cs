using System.Text.RegularExpressions;
using NodaTime;
using Rettidig.Cli.Duties;
using Rettidig.Domain;
using Rettidig.Domain.Agendas;
using Rettidig.Domain.Events.Facts;
using Rettidig.Domain.Rules;
using Rettidig.Unit.Tests.Architecture;
using static Rettidig.Unit.Tests.Domain.CaseBuilder;

namespace Rettidig.Unit.Tests.Domain;

/// <summary>The traps of the law notes, T-01 to T-18: what is easily read into the sources and is not so.</summary>
public class Traps
{
    /// <summary>Every page of text that is read by people.</summary>
    private static IEnumerable<(string Name, string Text)> Pages =>
        new[] { "README.md", "CHANGELOG.md", "CONTRIBUTING.md", "samples/README.md", "selfhost/README.md" }
            .Concat(Directory.EnumerateFiles(Repository.Full("docs"), "*.md", SearchOption.AllDirectories))
            .Select(page => (page, File.ReadAllText(Repository.Full(page))));

    private static CaseBuilder Placed(string on, bool consent = true, bool emergency = false, string birth = "2016-05-20") => new CaseBuilder().Decided(on, consent, emergency, birth).Started(on);

    [Fact]
    public void T01_Revising_a_plan_was_a_decision_that_can_be_appealed_until_2019_and_not_since()
    {
        CaseBuilder sag = Placed("2019-06-01").Plan("2019-06-01").Revised("2019-12-31", 2).Revised("2020-01-01", 3).Revised("2025-01-01", 4);

        Assert.Equal(Date("2019-12-31"), sag.One("revision-decision", "2025-02-01").AnchoredOn);
    }

    [Fact]
    public void T02_Barnets_lov_has_no_interval_after_the_first_review()
    {
        Assert.Equal(Date("2023-09-01"), Placed("2022-12-01").Review("2023-03-01", next: "2024-06-01").One("next-review", "2023-04-01").Due);
        Assert.Equal(Date("2027-06-01"), Placed("2026-03-01").Review("2026-06-01", next: "2027-06-01").One("next-review", "2026-07-01").Due);
        Assert.Equal(2, Placed("2024-12-20").Of("supervision-visit", "2025-01-05").Count);
        Assert.Equal(Date("2025-12-31"), Placed("2024-12-20").One("supervision-year", "2025-02-01").Due);
    }

    [Theory]
    [InlineData("2023-12-31", true, "child-plan-before-decision", "2023-12-31")]
    [InlineData("2024-01-01", true, "child-plan", "2024-04-01")]
    [InlineData("2024-01-01", false, "child-plan-before-decision", "2024-01-01")]
    public void T03_The_plan_is_due_before_the_decision_under_serviceloven_and_within_three_months_with_consent_under_barnets_lov(string decided, bool consent, string duty, string due)
    {
        CaseBuilder sag = new CaseBuilder().Decided(decided, consent);

        Assert.Equal(Date(due), sag.One(duty, "2024-06-01").Due);
        Assert.Empty(sag.Of(duty == "child-plan" ? "child-plan-before-decision" : "child-plan", "2024-06-01"));
    }

    [Fact]
    public void T03_The_youth_plan_comes_within_three_months_of_the_decision_or_the_16th_birthday()
    {
        Assert.Equal(Date("2026-06-02"), new CaseBuilder().Decided("2026-03-02", birth: "2009-11-30").One("youth-plan", "2026-04-01").Due);
        Assert.Equal(Date("2027-02-28"), new CaseBuilder().Decided("2026-03-02", birth: "2010-11-30").One("youth-plan", "2026-04-01").Due);
    }

    [Theory]
    [InlineData("2021-03-10", "2021-03-02", "2021-07-02")] // started before the decision
    [InlineData("2021-03-02", "2021-03-10", "2021-07-02")] // decided before the start
    public void T04_The_four_months_after_an_emergency_run_from_the_earlier_of_decision_and_start(string decided, string started, string due) =>
        Assert.Equal(Date(due), new CaseBuilder().Decided(decided, emergency: true).Started(started).One("child-plan-emergency", "2021-04-01").Due);

    [Fact]
    public void T05_The_six_months_run_from_the_review_before_and_not_from_the_start()
    {
        CaseBuilder sag = Placed("2022-01-10").Review("2022-04-10");

        Assert.Equal(Date("2022-10-10"), sag.One("next-review", "2022-05-01").Due);
        Assert.Equal(Date("2022-08-01"), Placed("2022-01-10").Review("2022-02-01").One("next-review", "2022-05-01").Due);
    }

    [Fact]
    public void T06_The_phases_of_targeted_support_are_at_least_20_weeks_together_and_not_16()
    {
        CaseBuilder Course(int startup, int change, int maintenance)
        {
            LocalDate first = Date("2026-01-05");
            return Placed("2025-12-01")
                .Add(new TargetedSupportPhaseEntered(SupportPhase.Startup, first))
                .Add(new TargetedSupportPhaseEntered(SupportPhase.Change, first.PlusWeeks(startup)))
                .Add(new TargetedSupportPhaseEntered(SupportPhase.Maintenance, first.PlusWeeks(startup + change)))
                .Add(new TargetedSupportEnded(first.PlusWeeks(startup + change + maintenance)));
        }

        Assert.All(Course(4, 8, 8).Of("targeted-support-phase", "2026-12-31"), phase => Assert.Equal(ObligationStatus.Met, phase.Status));
        Assert.All(Course(16, 16, 16).Of("targeted-support-phase", "2026-12-31"), phase => Assert.Equal(ObligationStatus.Met, phase.Status));
        Assert.Contains(Course(4, 8, 4).Of("targeted-support-phase", "2026-12-31"), phase => phase.Defects.Any(defect => defect.Id == "phase-too-short"));
        Assert.Contains(Course(16, 16, 17).Of("targeted-support-phase", "2026-12-31"), phase => phase.Status == ObligationStatus.MetLate);
    }

    /// <summary>79, 82 and 79.6 percent for one and the same survey.</summary>
    [Fact]
    public void T07_Nothing_rests_on_the_response_rate_that_the_study_gives_in_two_ways() =>
        Assert.All(Pages, page => Assert.DoesNotMatch(@"(?i)svarprocent|besvarelser", page.Text));

    [Fact]
    public void T08_A_support_person_alone_calls_for_a_parent_plan_and_is_not_a_decision_on_other_support()
    {
        CaseBuilder onlyPerson = Placed("2025-01-10").Granted("2025-02-01");
        Assert.Equal(Date("2025-03-01"), onlyPerson.One("parent-plan", "2025-02-10").Due);
        Assert.Empty(onlyPerson.Of("parent-support-start", "2025-02-10"));
        Assert.True(onlyPerson.One("parent-support-decision", "2025-02-10").IsOpen);

        CaseBuilder onlySupport = Placed("2025-01-10").Add(new ParentSupportDecided(Date("2025-02-01"), ParentSupportOutcome.Granted, ["familiebehandling"]));
        Assert.Single(onlySupport.Of("parent-plan", "2025-02-10"));
        Assert.Single(onlySupport.Of("parent-support-start", "2025-02-10"));
    }

    [Fact]
    public void T09_Habits_and_methods_are_late_and_never_breached()
    {
        Assert.All(RuleBook.Standard.Duties.Where(duty => duty.Kind is not DutyKind.Statute && !duty.IsNotice), duty => Assert.Equal(Term.Municipal, duty.Due.Term));

        CaseBuilder sag = Placed("2025-01-10").Offered("2025-01-10").Answered("2025-01-12", OfferAnswer.Declined)
            .Add(new ParentPlanAdopted(Date("2025-01-20"), 1, 5, true)).Add(new TargetedSupportPhaseEntered(SupportPhase.Change, Date("2025-01-20")));
        Assert.All(
            new[] { "support-person-reoffer", "parent-plan-goals", "targeted-support-phase", "targeted-support-status" },
            duty => Assert.All(sag.Of(duty, "2026-12-01"), obligation => Assert.Equal((ObligationStatus.Overdue, false), (obligation.Status, obligation.Breach))));
    }

    [Fact]
    public void T10_Nothing_is_said_of_what_another_system_lacks() =>
        Assert.All(Pages, page => Assert.DoesNotMatch("DUBU|KMD|Sensum|SBSYS|Columna", page.Text));

    /// <summary>The sections that were read. Others must be read before they are named.</summary>
    private static readonly Dictionary<string, int[]> Read = new()
    {
        ["barnets lov"] = [5, 20, 46, 50, 51, 75, 76, 77, 78, 79, 91, 92, 94, 95, 96, 98, 100, 102, 108, 109, 111, 136, 143, 156],
        ["serviceloven"] = [48, 50, 53, 54, 68, 70, 140, 148, 155],
        ["forvaltningsloven"] = [25],
        ["retssikkerhedsloven"] = [67],
        ["retssikkerhedsbekendtgørelsen"] = [11],
    };

    [Fact]
    public void T11_Only_sections_that_were_read_are_named()
    {
        (string Law, int Section)[] named = [.. RuleBook.Standard.Duties.SelectMany(duty => new[] { duty.Law.A, duty.Law.B, duty.Law.C }).OfType<string>().Distinct().SelectMany(Sections)];

        Assert.All(named, name => Assert.Contains(name.Section, Read[name.Law]));
        Assert.Superset(new HashSet<(string, int)> { ("barnets lov", 51), ("barnets lov", 156), ("serviceloven", 140), ("forvaltningsloven", 25), ("retssikkerhedsloven", 67) }, named.ToHashSet());
        Assert.DoesNotContain("barnets lov § 140", DutyPage.Text, StringComparison.Ordinal);
    }

    /// <summary>"barnets lov §§ 91 og 92", "serviceloven § 148, jf. § 70, stk. 2": a section without a law is of the law named before it.</summary>
    private static IEnumerable<(string Law, int Section)> Sections(string basis)
    {
        string law = "";
        foreach (Match match in Regex.Matches(basis, "(?<law>barnets lov|[a-zæøå]*(?:loven|bekendtgørelsen))|§+ (?<section>[0-9]+)(?: og (?<section>[0-9]+))?"))
        {
            law = match.Groups["law"] is { Success: true } named ? named.Value : law;
            foreach (Capture section in match.Groups["section"].Captures)
            {
                yield return (law, int.Parse(section.Value, null));
            }
        }
    }

    [Fact]
    public void T12_Two_visits_a_year_are_counted_both_in_the_calendar_year_and_in_any_twelve_months()
    {
        // Two visits in each calendar year, and thirteen months between the second of one and the second of the next.
        CaseBuilder sag = Placed("2023-12-01").Visit("2024-01-10").Visit("2024-02-10").Visit("2025-11-01").Visit("2025-12-01");

        Assert.All(sag.Of("supervision-year", "2025-12-31").Where(year => year.AnchoredOn.Year is 2024 or 2025), year => Assert.Equal(ObligationStatus.Met, year.Status));
        Assert.Contains(sag.Of("supervision-visit", "2025-12-31"), visit => visit.Status == ObligationStatus.MetLate);
    }

    [Fact]
    public void T13_Each_custody_holder_is_offered_a_support_person_of_their_own()
    {
        CaseBuilder sag = new CaseBuilder().Decided("2026-03-02", holders: ["mor", "far"]).Started("2026-03-02").Offered("2026-03-02", "mor");

        Assert.Equal([("far", ObligationStatus.Overdue), ("mor", ObligationStatus.Met)], sag.Of("support-person-offer", "2026-03-05").Select(offer => (offer.CustodyHolder!, offer.Status)).Order());
    }

    [Fact]
    public void T14_Consent_stays_at_15_and_a_complaint_asks_for_no_age()
    {
        CaseBuilder Invited(string birth) => Placed("2026-03-02", birth: birth)
            .Add(new MeetingBooked("m1", At("2026-06-01 10:00"), false) { YoungPersonInvited = false }, "2026-05-01 09:00");

        Assert.Empty(Invited("2011-06-02").One("meeting-invitation", "2026-06-02").Defects);
        Assert.Equal("young-person-not-invited", Assert.Single(Invited("2011-06-01").One("meeting-invitation", "2026-06-02").Defects).Id);
        Assert.Single(Placed("2026-03-02", birth: "2016-01-01").Add(new ComplaintReceived("a1", Date("2026-04-01"))).Of("complaint", "2026-04-02"));
    }

    [Fact]
    public void T15_The_municipality_where_the_parents_live_does_not_take_over_the_case()
    {
        var decided = new PlacementDecided(Date("2026-03-02"), PlacementConsent.With, false, Date("2016-05-20"), ["mor"], "ab12", null, "101");
        Agenda agenda = new CaseBuilder().Add(decided).Started("2026-03-02").On("2026-03-03");

        Assert.NotEmpty(agenda.Steps);
        Assert.All(agenda.Steps, step => Assert.StartsWith("999:", step.Key, StringComparison.Ordinal));
        Assert.Equal(new PlacementKey("999", "S-1"), Key);
    }

    [Fact]
    public void T16_The_figures_of_the_studies_are_said_not_to_be_representative()
    {
        Assert.Contains("ikke repræsentative", File.ReadAllText(Repository.Full("README.md")), StringComparison.Ordinal);
        Assert.Contains("ikke repræsentative", File.ReadAllText(Repository.Full("samples/README.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void T17_Months_clamp_and_are_counted_from_the_anchor_never_chained()
    {
        Assert.Equal(Date("2026-11-30"), Placed("2026-08-31").One("first-review", "2026-09-01").Due);
        Assert.Equal(Date("2027-05-31"), Counted.Months(9).From(Date("2026-08-31")));
        Assert.NotEqual(Counted.Months(9).From(Date("2026-08-31")), Counted.Months(6).From(Counted.Months(3).From(Date("2026-08-31"))));
        Assert.Equal(Date("2025-05-28"), Counted.Months(3).From(Date("2025-02-28")));
        Assert.Equal(Date("2024-02-29"), Placed("2023-11-30", consent: false).One("first-review", "2023-12-01").Due);
        Assert.Equal(Date("2027-02-28"), Counted.Years(1).From(Date("2026-02-28")));
        Assert.Equal(Date("2025-02-28"), Counted.Years(1).From(Date("2024-02-29")));
    }

    [Fact]
    public void T18_What_stands_only_in_pictures_is_called_invented()
    {
        string page = File.ReadAllText(Repository.Full("samples/README.md"));

        Assert.Contains("Alt her er opfundet", page, StringComparison.Ordinal);
        Assert.DoesNotContain("figur", page, StringComparison.OrdinalIgnoreCase);
    }
}
