using NodaTime;
using Rettidig.Domain.Cases;

namespace Rettidig.Domain.Rules;

/// <summary>What closed an occurrence.</summary>
/// <param name="Day">The day that counts.</param>
/// <param name="Text">In Danish, for the explanation: "opfølgning afholdt".</param>
/// <param name="Fact">The fact itself; none where the day alone closes it.</param>
public sealed record Closing(LocalDate Day, string Text, IRecorded? Fact = null)
{
    /// <summary>A closing by a fact, or none where there is no fact.</summary>
    public static Closing? By(IRecorded? fact, string text) => fact is null ? null : new Closing(fact.Day, text, fact);

    /// <summary>The earliest of several.</summary>
    public static Closing? Earliest(params ReadOnlySpan<Closing?> closings)
    {
        Closing? earliest = null;
        foreach (Closing? closing in closings)
        {
            earliest = closing is not null && (earliest is null || closing.Day < earliest.Day) ? closing : earliest;
        }

        return earliest;
    }
}
