using NodaTime;

namespace Rettidig.Domain.Agendas;

/// <summary>What a case demands, as of a day.</summary>
/// <param name="Obligations">Every obligation whose due date can be computed, in ordinal order of duty and occurrence.</param>
/// <param name="Steps">Every step of what is open, past and to come. Those whose day has come belong in the ledger.</param>
/// <param name="NextChange">The next day on which anything in the agenda changes by itself; null when nothing will.</param>
/// <param name="Closed">The placement has ended and nothing more will change.</param>
public sealed record Agenda(IReadOnlyList<Obligation> Obligations, IReadOnlyList<Step> Steps, LocalDate? NextChange, bool Closed);
