using NodaTime;
using Rettidig.Domain;
using Rettidig.Domain.Agendas;
using Rettidig.Domain.Cases;
using Rettidig.Functions.Notices;

namespace Rettidig.Functions.Placements;

/// <summary>One placement as of a day: evaluated anew from its log, so it is right even before the next look.</summary>
/// <param name="Placement">Which.</param>
/// <param name="Today">The Copenhagen date it is seen from.</param>
/// <param name="File">The facts.</param>
/// <param name="Agenda">What they demand.</param>
/// <param name="Notices">What the ledger held.</param>
public sealed record PlacementView(PlacementKey Placement, LocalDate Today, CaseFile File, Agenda Agenda, IReadOnlyList<Notice> Notices);
