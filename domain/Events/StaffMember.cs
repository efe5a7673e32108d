using NodaTime;

namespace Rettidig.Domain.Events;

/// <summary>Someone who gets mail from us. The directory is the only source of staff addresses.</summary>
/// <param name="Id">The case system's reference.</param>
/// <param name="Name">For the greeting and the weekly digest.</param>
/// <param name="Email">Where mail goes.</param>
/// <param name="Role">What they are responsible for.</param>
/// <param name="Team">The team they work in.</param>
/// <param name="Leader">Staff id of the one above them.</param>
/// <param name="AbsentFrom">First day away.</param>
/// <param name="AbsentTo">Last day away; without one, away until further notice.</param>
/// <param name="Substitute">Staff id of the one who gets their mail meanwhile.</param>
public sealed record StaffMember(
    string Id,
    string Name,
    string Email,
    StaffRole Role,
    string Team,
    string? Leader,
    LocalDate? AbsentFrom,
    LocalDate? AbsentTo,
    string? Substitute)
{
    /// <summary>Whether they are away on the day.</summary>
    public bool IsAbsentOn(LocalDate day) => AbsentFrom <= day && (AbsentTo is null || day <= AbsentTo);
}
