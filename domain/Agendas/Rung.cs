using NodaTime;

namespace Rettidig.Domain.Agendas;

/// <summary>One rung of a ladder: which, whom it goes to, and the day it falls.</summary>
/// <param name="Name">Which.</param>
/// <param name="Role">Whom it goes to.</param>
/// <param name="Day">The day it falls.</param>
/// <param name="Urgent">Whether it goes out the same day between the morning rounds.</param>
internal readonly record struct Rung(StepName Name, Role Role, LocalDate Day, bool Urgent);
