using Rettidig.Domain.Events.Facts;
using Rettidig.Domain.Reports;
using Rettidig.Unit.Tests.Domain;

namespace Rettidig.Unit.Tests.Reports;

/// <summary>The tables on reviews, by the study's definitions and by the law's beside them.</summary>
public sealed class ReviewTableTests
{
    private static CaseBuilder Placed => new CaseBuilder().Decided("2018-01-08").Started("2018-01-15");

    [Fact]
    public void A_review_whose_term_has_not_run_out_is_left_out_whether_held_or_not()
    {
        Report report = Counted.On("2018-04-15", Placed, Placed.Review("2018-04-02"));

        Assert.Equal("0 af 0", report.Figure("first-review", "in-time"));
        Assert.Equal(2, report.Group("first-review").LeftOut);
    }

    [Fact]
    public void The_day_after_three_months_the_review_is_in_time_late_or_none()
    {
        Report report = Counted.On("2018-04-30", Placed, Placed.Review("2018-04-15"), Placed.Review("2018-04-16"));

        Assert.Equal("1 af 3", report.Figure("first-review", "in-time"));
        Assert.Equal("1 af 3", report.Figure("first-review", "late"));
        Assert.Equal("1 af 3", report.Figure("first-review", "none"));
    }

    [Fact]
    public void The_study_measures_six_months_from_the_start_where_the_law_counts_from_the_review_before()
    {
        Report report = Counted.On("2018-12-31", Placed.Review("2018-04-10").Review("2018-10-10"));

        Assert.Equal("1 af 1", report.Figure("six-month-review", "late"));
        Assert.Equal("1 af 1", report.Figure("next-review", "in-time"));
    }

    [Fact]
    public void A_placement_that_ended_before_six_months_owes_no_second_review()
    {
        Report report = Counted.On("2018-12-31", Placed.Review("2018-04-10").Ended("2018-06-30"));

        Assert.Equal("0 af 0", report.Figure("six-month-review", "none"));
        Assert.Equal(1, report.Group("six-month-review").LeftOut);
    }

    [Fact]
    public void A_revision_that_was_needed_is_done_or_not_and_one_within_its_term_is_said_to_be()
    {
        Report report = Counted.On(
            "2018-05-01",
            Placed.Plan("2018-01-02").Review("2018-04-10", revise: true).Revised("2018-04-20", 2),
            Placed.Plan("2018-01-02").Review("2018-04-10", revise: true),
            Placed.Plan("2018-01-02").Review("2018-03-10", revise: true),
            Placed.Plan("2018-01-02").Review("2018-04-10"));

        Assert.Equal("3 af 4", report.Figure("revision-first", "needed"));
        Assert.Equal("1 af 3", report.Figure("revision-first", "done"));
        Assert.Equal("1 af 3", report.Figure("revision-first", "not-due"));
    }

    [Fact]
    public void A_visit_counts_before_the_newest_review_only_when_it_came_after_the_one_before()
    {
        Report report = Counted.On(
            "2018-12-31",
            Placed.Visit("2018-03-01").Review("2018-04-10").Review("2018-10-10"),
            Placed.Review("2018-04-10").Visit("2018-09-01").Review("2018-10-10"),
            Placed.Review("2018-04-10").Visit("2018-09-01", by: Visitor.Consultant).Review("2018-10-10"),
            Placed.Visit("2018-03-01"),
            Placed);

        Assert.Equal("3 af 5", report.Figure("visit-before-review", "none"));
        Assert.Equal("2 af 5", report.Figure("visit-before-review", "visit"));
    }

    [Fact]
    public void An_attempt_at_contact_is_counted_apart_from_contact()
    {
        Report report = Counted.On(
            "2018-12-31",
            Placed.Review("2018-04-10").Review("2018-07-10", contact: CustodyHolderContact.Attempted),
            Placed.Review("2018-04-10").Review("2018-07-10", contact: CustodyHolderContact.NotContacted));

        Assert.Equal("2 af 2", report.Figure("contact-first", "contacted"));
        Assert.Equal("1 af 2", report.Figure("contact-second", "attempted"));
        Assert.Equal("1 af 2", report.Figure("contact-second", "none"));
    }

    [Fact]
    public void A_duty_that_a_municipality_has_turned_off_is_counted_all_the_same()
    {
        var off = new Rettidig.Domain.Rules.RuleBook(Rettidig.Domain.Rules.MunicipalRules.Default with { DutiesOff = new HashSet<string> { "plan-revision" } });
        var report = new Report(new ReportScope(CaseBuilder.Date("2018-12-31")));

        report.Add(CaseBuilder.Key, Placed.Plan("2018-01-02").Review("2018-04-10", revise: true).Revised("2018-04-20", 2).Log, off);

        Assert.Equal("1 af 1", report.Figure("revision-first", "done"));
    }
}
