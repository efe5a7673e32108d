using NodaTime;
using Rettidig.Domain;

namespace Rettidig.Functions.SiteLinks;

/// <summary>What a link to a placement site stands for. None of it can be read from the link.</summary>
/// <param name="Placement">The placement.</param>
/// <param name="Site">The case system's reference of the site.</param>
/// <param name="Purpose">The one thing the link is for.</param>
/// <param name="Version">The plan's version; null where no plan has been made, and then nothing can be received.</param>
/// <param name="Expires">The last Copenhagen day on which the link works.</param>
public sealed record SiteLink(PlacementKey Placement, string Site, SiteLinkPurpose Purpose, int? Version, LocalDate Expires);
