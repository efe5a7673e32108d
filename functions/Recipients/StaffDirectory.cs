using NodaTime;
using Rettidig.Domain.Agendas;
using Rettidig.Domain.Events;

namespace Rettidig.Functions.Recipients;

/// <summary>
/// Who answers for what. Everything is found from the placement's caseworker: their leader, and the first manager above.
/// An absent person's mail goes to the substitute, without one to the leader.
/// </summary>
public sealed class StaffDirectory
{
    private readonly Dictionary<string, StaffMember> members;

    public StaffDirectory(IEnumerable<StaffMember> staff) =>
        members = staff.ToDictionary(member => member.Id, StringComparer.Ordinal);

    /// <summary>Someone by staff id, or null.</summary>
    public StaffMember? Find(string? id) => id is null ? null : members.GetValueOrDefault(id);

    /// <summary>Whoever has a mailbox; of several the first by id. Null where nobody has.</summary>
    public StaffMember? WithAddress(string address) => FirstOf(member => string.Equals(member.Email, address, StringComparison.OrdinalIgnoreCase));

    /// <summary>The one a role means for a case, present or not; null where nobody is known.</summary>
    public StaffMember? Holder(Role role, string? caseworker)
    {
        StaffMember? first = Find(caseworker);
        return role switch
        {
            Role.Caseworker => first,
            Role.TeamLeader => LeaderOf(first),
            Role.Manager => ManagerOf(first),
            _ => null,
        };
    }

    /// <summary>The one to write to: the first in line who is there that day and whose mailbox has not refused it. Null: the operator.</summary>
    /// <param name="role">Whom the step goes to.</param>
    /// <param name="caseworker">The placement's caseworker on the day.</param>
    /// <param name="day">The Copenhagen date of the mail.</param>
    /// <param name="tried">Staff ids whose mailbox has refused it.</param>
    public StaffMember? Reader(Role role, string? caseworker, LocalDate day, IReadOnlyCollection<string> tried) =>
        Line(Holder(role, caseworker)).FirstOrDefault(member => !member.IsAbsentOn(day) && !tried.Contains(member.Id));

    /// <summary>The same for a mail to one person: the first in their line who can read it. Null: the operator.</summary>
    public StaffMember? ReaderFor(string id, LocalDate day, IReadOnlyCollection<string> tried) =>
        Line(Find(id)).FirstOrDefault(member => !member.IsAbsentOn(day) && !tried.Contains(member.Id));

    /// <summary>The person, their substitute, their leader, the leader's substitute, and so on up; nobody twice.</summary>
    private IEnumerable<StaffMember> Line(StaffMember? first)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (StaffMember? person = first; person is not null && seen.Add(person.Id); person = LeaderOf(person))
        {
            yield return person;
            if (Find(person.Substitute) is { } substitute)
            {
                yield return substitute;
            }
        }
    }

    private StaffMember? LeaderOf(StaffMember? person) => person switch
    {
        null => null,
        { Role: StaffRole.Manager } => Find(person.Leader),
        _ => Find(person.Leader) ?? FirstOf(member => member.Role == StaffRole.TeamLeader && member.Team == person.Team && member.Id != person.Id),
    };

    private StaffMember? ManagerOf(StaffMember? person)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (StaffMember? above = LeaderOf(person); above is not null && seen.Add(above.Id); above = LeaderOf(above))
        {
            if (above.Role == StaffRole.Manager)
            {
                return above;
            }
        }

        return (person is null ? null : FirstOf(member => member.Role == StaffRole.Manager && member.Team == person.Team))
            ?? FirstOf(member => member.Role == StaffRole.Manager);
    }

    private StaffMember? FirstOf(Func<StaffMember, bool> fits) =>
        members.Values.Where(fits).OrderBy(member => member.Id, StringComparer.Ordinal).FirstOrDefault();
}
