using NodaTime;

namespace Rettidig.Functions.Placements;

/// <summary>What made a look come about.</summary>
/// <param name="On">The Copenhagen date.</param>
/// <param name="FactsCame">Whether facts had come since the look before; if not, what it finds changed, time or the rules have changed.</param>
internal readonly record struct LookReason(LocalDate On, bool FactsCame);
