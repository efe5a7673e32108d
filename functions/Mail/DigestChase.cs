using NodaTime;

namespace Rettidig.Functions.Mail;

/// <summary>A placement site that asked for a plan it has not been given yet.</summary>
/// <param name="Placement">The case system's own reference.</param>
/// <param name="Site">The case system's reference of the site, never its name.</param>
/// <param name="Times">How often it asked since it last got a plan.</param>
/// <param name="LastOn">When it last asked.</param>
/// <param name="Link">The case, behind login.</param>
public sealed record DigestChase(string Placement, string Site, int Times, LocalDate LastOn, Uri Link);
