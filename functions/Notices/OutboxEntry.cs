using Rettidig.Domain;
using Rettidig.Domain.Agendas;

namespace Rettidig.Functions.Notices;

/// <summary>One notice that waits.</summary>
/// <param name="Placement">Whose case.</param>
/// <param name="Notice">Its key.</param>
/// <param name="Role">Whom it goes to.</param>
/// <param name="Site">The site, for a notice to one.</param>
/// <param name="SameDay">Whether it goes with a round of the day: it is urgent, or it missed its morning.</param>
public sealed record OutboxEntry(PlacementKey Placement, string Notice, Role Role, string? Site, bool SameDay);
