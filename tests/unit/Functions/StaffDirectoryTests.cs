using NodaTime;
using Rettidig.Domain.Agendas;
using Rettidig.Domain.Events;
using Rettidig.Functions.Recipients;

namespace Rettidig.Unit.Tests.Functions;

public sealed class StaffDirectoryTests
{
    private static readonly LocalDate Day = new(2026, 6, 2);

    private static readonly StaffMember Caseworker = Member("sb-1", StaffRole.Caseworker, leader: "tl-1", substitute: "sb-2");
    private static readonly StaffMember Substitute = Member("sb-2", StaffRole.Caseworker, leader: "tl-1");
    private static readonly StaffMember Leader = Member("tl-1", StaffRole.TeamLeader, leader: "chef-1");
    private static readonly StaffMember Manager = Member("chef-1", StaffRole.Manager);

    [Theory]
    [InlineData(Role.Caseworker, "sb-1")]
    [InlineData(Role.TeamLeader, "tl-1")]
    [InlineData(Role.Manager, "chef-1")]
    public void Everyone_is_found_from_the_caseworker(Role role, string expected) =>
        Assert.Equal(expected, Reader(role, Caseworker, Substitute, Leader, Manager));

    [Fact]
    public void An_absent_persons_mail_goes_to_the_substitute() =>
        Assert.Equal("sb-2", Reader(Role.Caseworker, Away(Caseworker), Substitute, Leader, Manager));

    [Fact]
    public void With_the_substitute_away_too_it_goes_to_the_leader() =>
        Assert.Equal("tl-1", Reader(Role.Caseworker, Away(Caseworker), Away(Substitute), Leader, Manager));

    [Fact]
    public void Absence_lasts_from_the_first_day_to_the_last_and_no_longer()
    {
        StaffMember away = Caseworker with { AbsentFrom = Day.PlusDays(-3), AbsentTo = Day.PlusDays(-1) };

        Assert.Equal("sb-1", Reader(Role.Caseworker, away, Substitute, Leader, Manager));
    }

    [Fact]
    public void A_mailbox_that_refused_is_passed_over()
    {
        var directory = new StaffDirectory([Caseworker, Substitute, Leader, Manager]);

        Assert.Equal("chef-1", directory.Reader(Role.Caseworker, "sb-1", Day, ["sb-1", "sb-2", "tl-1"])?.Id);
        Assert.Null(directory.Reader(Role.Caseworker, "sb-1", Day, ["sb-1", "sb-2", "tl-1", "chef-1"]));
    }

    [Fact]
    public void Without_a_named_leader_the_teams_leader_is_taken() =>
        Assert.Equal("tl-1", Reader(Role.TeamLeader, Caseworker with { Leader = null }, Leader, Manager));

    [Fact]
    public void Leaders_in_a_ring_end_the_search() =>
        Assert.Equal("chef-1", Reader(Role.Manager, Caseworker, Leader with { Leader = "tl-2" }, Member("tl-2", StaffRole.TeamLeader, leader: "tl-1"), Manager));

    [Fact]
    public void An_unknown_caseworkers_reminders_find_nobody_and_go_to_the_operator() =>
        Assert.Null(new StaffDirectory([Leader, Manager]).Reader(Role.Caseworker, "ukendt", Day, []));

    private static string? Reader(Role role, params StaffMember[] staff) => new StaffDirectory(staff).Reader(role, "sb-1", Day, [])?.Id;

    private static StaffMember Away(StaffMember member) => member with { AbsentFrom = Day };

    private static StaffMember Member(string id, StaffRole role, string? leader = null, string? substitute = null) =>
        new(id, $"Medarbejder {id}", $"{id}@kommune.dk", role, "Nord", leader, null, null, substitute);
}
