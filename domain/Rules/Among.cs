using Rettidig.Domain.Cases;
using Rettidig.Domain.Events;

namespace Rettidig.Domain.Rules;

/// <summary>
/// The facts an occurrence looks among for what closes it, in the order of the case: those of its own custody holder, of its
/// own site, those that can close it at all. What the case has of others is never read.
/// </summary>
internal delegate ReadOnlySpan<Recorded<T>> Among<T>(Situation s)
    where T : Fact;
