using Rettidig.Domain.Events.Facts;
using Rettidig.Domain.Reports;
using Rettidig.Unit.Tests.Domain;

namespace Rettidig.Unit.Tests.Reports;

/// <summary>The tables on support to parents, by the study's definitions.</summary>
public sealed class SupportTableTests
{
    private static CaseBuilder Placed => new CaseBuilder().Decided("2024-01-24", holders: ["A", "B"]).Started("2024-01-31");

    [Theory]
    [InlineData("2024-01-25", "at-start")]
    [InlineData("2024-01-31", "at-start")]
    [InlineData("2024-02-29", "at-start")]
    [InlineData("2024-03-01", "months-2-4")]
    [InlineData("2024-05-31", "months-2-4")]
    [InlineData("2024-06-01", "months-5-8")]
    [InlineData("2024-09-30", "months-5-8")]
    [InlineData("2024-10-01", "months-9-12")]
    [InlineData("2025-01-31", "months-9-12")]
    [InlineData("2025-02-01", "over-a-year")]
    public void A_grant_counts_in_the_period_after_the_start_that_it_fell_in(string granted, string period)
    {
        Report report = Counted.On("2025-06-30", Placed.Offered("2024-01-24", "A").Answered("2024-01-25", OfferAnswer.Accepted, "A").Granted(granted, holder: "A"));

        Assert.All(report.Group("support-person-wait").Figures, row => Assert.Equal((row.Id == period ? 1 : 0, 1), (row.Count, row.Of)));
    }

    [Fact]
    public void A_child_counts_once_by_the_first_grant_when_two_hold_custody()
    {
        Report report = Counted.On(
            "2025-06-30",
            Placed.Offered("2024-01-31", "A").Offered("2024-01-31", "B").Answered("2024-02-01", OfferAnswer.Accepted, "A").Answered("2024-02-01", OfferAnswer.Accepted, "B")
                .Granted("2024-02-10", holder: "A").Granted("2024-07-31", holder: "B"),
            Placed.Offered("2024-01-31", "B"),
            Placed);

        Assert.Equal("2 af 3", report.Figure("support-person", "offered"));
        Assert.Equal("1 af 3", report.Figure("support-person", "accepted"));
        Assert.Equal("1 af 3", report.Figure("support-person", "granted"));
        Assert.Equal("1 af 1", report.Figure("support-person-wait", "at-start"));
        Assert.Equal("2 af 3", report.Figure("support-forms", "none"));
    }

    [Fact]
    public void A_support_person_who_has_stopped_is_none_on_the_day()
    {
        CaseBuilder stopped = Placed.Granted("2024-02-10", holder: "A").Add(new SupportPersonEnded("A", CaseBuilder.Date("2024-09-01")));

        Assert.Equal("1 af 1", Counted.On("2024-08-31", stopped).Figure("support-person-today", "active"));
        Assert.Equal("0 af 1", Counted.On("2024-12-31", stopped).Figure("support-person-today", "active"));
        Assert.Equal("1 af 1", Counted.On("2024-12-31", stopped).Figure("support-forms", "person"));
    }

    [Fact]
    public void A_refusal_of_support_is_no_support_and_contact_no_formal_follow_up()
    {
        CaseBuilder supported = Placed.Granted("2024-02-10", holder: "A").Add(new ParentPlanFollowedUp(CaseBuilder.Date("2024-06-01"), Formal: false));
        CaseBuilder refused = Placed.Add(new ParentSupportDecided(CaseBuilder.Date("2024-03-01"), ParentSupportOutcome.Refused, []));

        Report report = Counted.On("2025-06-30", supported, refused);

        Assert.Equal("1 af 2", report.Figure("support-forms", "any"));
        Assert.Equal("0 af 1", report.Figure("support-follow-up", "formal"));
        Assert.Equal("1 af 1", report.Figure("support-follow-up", "any"));
    }

    [Fact]
    public void Supported_contact_alone_is_no_support_and_a_plan_for_the_whole_family_stands_in_for_the_parents_own()
    {
        CaseBuilder contact = Placed.Add(new ParentSupportDecided(CaseBuilder.Date("2024-03-01"), ParentSupportOutcome.Granted, ["supported-contact"]));
        CaseBuilder whole = Placed.Granted("2024-02-10", holder: "A").Add(new HolisticPlanAdopted(CaseBuilder.Date("2024-03-01"), Consent: true));

        Report report = Counted.On("2025-06-30", contact, whole);

        Assert.Equal("1 af 2", report.Figure("support-forms", "any"));
        Assert.Equal("1 af 1", report.Figure("parent-plan", "none"));
        Assert.Equal("1 af 1", report.Figure("parent-plan", "holistic"));
    }

    [Theory]
    [InlineData("2024-06-20", "under-16-weeks")]
    [InlineData("2024-06-21", "16-48-weeks")]
    [InlineData("2025-02-06", "16-48-weeks")]
    [InlineData("2025-02-07", "over-48-weeks")]
    public void A_programme_of_targeted_support_counts_by_its_whole_weeks_once_it_has_ended(string ended, string figure)
    {
        CaseBuilder running = Placed.Add(new TargetedSupportStarted(CaseBuilder.Date("2024-03-01")));
        CaseBuilder done = Placed.Add(new TargetedSupportStarted(CaseBuilder.Date("2024-03-01"))).Add(new TargetedSupportEnded(CaseBuilder.Date(ended)));

        Report report = Counted.On("2025-06-30", running, done);

        Assert.Equal("1 af 1", report.Figure("targeted-support", figure));
        Assert.Equal(1, report.Group("targeted-support").LeftOut);
    }

    [Fact]
    public void Other_support_is_counted_by_kind_the_most_frequent_first_and_once_a_placement()
    {
        CaseBuilder Supported(params string[] kinds) => Placed.Add(new ParentSupportDecided(CaseBuilder.Date("2024-03-01"), ParentSupportOutcome.Granted, kinds))
            .Add(new ParentSupportDecided(CaseBuilder.Date("2024-04-01"), ParentSupportOutcome.Granted, kinds));

        Report report = Counted.On("2025-06-30", Supported("samtaler", "familiebehandling"), Supported("samtaler", "supported-contact"), Placed);

        Assert.Equal([("samtaler", 2, 2), ("familiebehandling", 1, 2)], report.Group("support-kinds").Figures.Select(row => (row.Text, row.Count, row.Of)));
    }

    [Fact]
    public void A_kind_that_somebody_wrote_at_length_takes_one_short_line()
    {
        CaseBuilder wordy = Placed.Add(new ParentSupportDecided(CaseBuilder.Date("2024-03-01"), ParentSupportOutcome.Granted, ["samtaler\nmed en psykolog, så længe forældrene selv ønsker det"]));

        Assert.Equal("samtaler med en psykolog, så længe forældrene s…", Counted.On("2025-06-30", wordy).Group("support-kinds").Figures.Single().Text);
    }
}
