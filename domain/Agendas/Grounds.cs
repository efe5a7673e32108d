using Rettidig.Domain.Rules;

namespace Rettidig.Domain.Agendas;

/// <summary>What an obligation rests on: everything that was put together to say when it is due and how it stands.</summary>
/// <param name="Anchor">What started it.</param>
/// <param name="Due">How its due day came about.</param>
/// <param name="Closing">What closed it; null while nothing has.</param>
/// <param name="Regime">The law it is judged by: the one in force on the anchor's day.</param>
public sealed record Grounds(Anchor Anchor, DueDate Due, Closing? Closing, Regime Regime)
{
    /// <summary>In Danish, where another term counts now than the one it is judged by; else empty.</summary>
    public string Remark { get; init; } = "";
}
