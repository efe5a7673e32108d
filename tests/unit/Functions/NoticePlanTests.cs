using NodaTime;
using Rettidig.Domain;
using Rettidig.Domain.Agendas;
using Rettidig.Functions.Notices;

namespace Rettidig.Unit.Tests.Functions;

public sealed class NoticePlanTests
{
    private static readonly PlacementKey Placement = new("101", "P-1");
    private static readonly LocalDate Today = new(2026, 6, 2);
    private static readonly Instant Now = Instant.FromUtc(2026, 6, 2, 3, 0);

    [Fact]
    public void A_step_whose_day_has_come_is_called_and_a_later_one_waits()
    {
        IReadOnlyList<Notice> changes = Changes([Step(StepName.Remind, Today), Step(StepName.Due, Today.PlusDays(1))]);

        Assert.Equal([("remind", NoticeState.Pending)], States(changes));
    }

    [Fact]
    public void Of_steps_that_fall_together_the_highest_goes_in_all_its_roles()
    {
        IReadOnlyList<Notice> changes = Changes(
        [
            Step(StepName.Remind, Today),
            Step(StepName.Overdue, Today),
            Step(StepName.Overdue, Today, Role.TeamLeader),
        ]);

        Assert.Equal([("remind", NoticeState.Superseded), ("overdue", NoticeState.Pending), ("overdue", NoticeState.Pending)], States(changes));
    }

    [Fact]
    public void A_word_to_the_leader_at_once_supersedes_nothing_and_is_not_superseded()
    {
        IReadOnlyList<Notice> changes = Changes([Step(StepName.AtOnce, Today, Role.TeamLeader), Step(StepName.Due, Today)]);

        Assert.All(changes, notice => Assert.Equal(NoticeState.Pending, notice.State));
        Assert.Equal(2, changes.Count);
    }

    [Fact]
    public void A_second_look_finds_nothing_to_change()
    {
        Step[] steps = [Step(StepName.Remind, Today), Step(StepName.Due, Today)];

        Assert.Empty(Changes(steps, [.. Changes(steps)]));
    }

    [Fact]
    public void What_falls_away_before_it_is_sent_is_withdrawn_and_comes_back_when_it_must()
    {
        Step[] steps = [Step(StepName.Due, Today)];
        Notice pending = Assert.Single(Changes(steps));

        Notice withdrawn = Assert.Single(Changes([], [pending]));
        Notice back = Assert.Single(Changes(steps, [withdrawn]));

        Assert.Equal((NoticeState.Withdrawn, NoticeState.Pending), (withdrawn.State, back.State));
    }

    [Theory]
    [InlineData(NoticeState.Sending)]
    [InlineData(NoticeState.Sent)]
    [InlineData(NoticeState.Delivered)]
    [InlineData(NoticeState.Bounced)]
    [InlineData(NoticeState.Failed)]
    public void What_has_been_handed_over_is_left_alone(NoticeState state)
    {
        Step[] steps = [Step(StepName.Due, Today)];
        Notice handled = Assert.Single(Changes(steps)) with { State = state };

        Assert.Empty(Changes(steps, [handled]));
        Assert.Empty(Changes([], [handled]));
        Assert.Empty(Changes(steps, [handled with { Untold = true }]));
        Assert.Empty(Changes([], [handled with { Untold = true }]));
    }

    [Fact]
    public void A_lower_step_that_turns_up_after_a_higher_one_was_sent_is_superseded()
    {
        Notice sent = Assert.Single(Changes([Step(StepName.Overdue, Today)])) with { State = NoticeState.Sent };

        Notice late = Assert.Single(Changes([Step(StepName.Overdue, Today), Step(StepName.Remind, Today)], [sent]));

        Assert.Equal((StepName.Remind, NoticeState.Superseded), (late.Step, late.State));
    }

    private static IReadOnlyList<Notice> Changes(Step[] steps, Notice[]? ledger = null) =>
        NoticePlan.Changes(Placement, steps, LedgerReading.Of(ledger ?? []), Today, Now);

    private static (string Step, NoticeState State)[] States(IReadOnlyList<Notice> notices) =>
        [.. notices.Select(notice => (notice.Step.Text(), notice.State))];

    private static Step Step(StepName name, LocalDate day, Role role = Role.Caseworker) => new()
    {
        Key = $"101:P-1:first-review:2026-03-02:2026-06-02:{name.Text()}:{role.Text()}",
        DutyId = "first-review",
        Occurrence = "2026-03-02",
        Due = new LocalDate(2026, 6, 2),
        Name = name,
        Role = role,
        Day = day,
    };
}
