using Rettidig.Domain;
using Rettidig.Domain.Agendas;

namespace Rettidig.Functions.Notices;

/// <summary>One notice that waits.</summary>
/// <param name="Placement">Whose case.</param>
/// <param name="Notice">Its key.</param>
/// <param name="Role">Whom it goes to.</param>
/// <param name="Site">The site, for a notice to one.</param>
/// <param name="Urgent">Whether it goes out between the morning rounds.</param>
public sealed record OutboxEntry(PlacementKey Placement, string Notice, Role Role, string? Site, bool Urgent);
