using NodaTime;

namespace Rettidig.Functions.Mail;

/// <summary>One open duty in the weekly digest.</summary>
/// <param name="Placement">The case system's own reference.</param>
/// <param name="Duty">The duty's Danish title.</param>
/// <param name="Due">The due date.</param>
/// <param name="Caseworker">Whom it rests with.</param>
/// <param name="Link">The case, behind login.</param>
public sealed record DigestItem(string Placement, string Duty, LocalDate Due, DigestStaff Caseworker, Uri Link)
{
    /// <summary>It has climbed to the manager and stays marked until closed.</summary>
    public bool Escalated { get; init; }

    /// <summary>It was not overdue in the digest before this one.</summary>
    public bool NewlyOverdue { get; init; }
}
