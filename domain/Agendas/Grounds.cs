using NodaTime;
using Rettidig.Domain.Calendar;
using Rettidig.Domain.Rules;

namespace Rettidig.Domain.Agendas;

/// <summary>What an obligation rests on: everything that was put together to say when it is due and how it stands.</summary>
/// <param name="Duty">The row of the rule book.</param>
/// <param name="Anchor">What started it.</param>
/// <param name="Due">How its due day came about.</param>
/// <param name="Closing">What closed it; null while nothing has.</param>
/// <param name="Regime">The law it is judged by: the one in force on the anchor's day.</param>
public sealed record Grounds(Duty Duty, Anchor Anchor, DueDate Due, Closing? Closing, Regime Regime)
{
    /// <summary>In Danish, where another term counts now than the one it is judged by; else empty.</summary>
    public string Remark { get; init; } = "";

    /// <summary>The explanation: how the day came about, where it stands in the law, what closed it and what lacks.</summary>
    internal string Explain(string law, IReadOnlyList<Defect> defects)
    {
        string closed = Closing switch
        {
            null => "",
            _ when Closing.Day > Due.Day => $"; {Closing.Text} {DanishDates.Short(Closing.Day)}, {DanishDates.Days(Period.DaysBetween(Due.Day, Closing.Day))} for sent",
            _ => $"; {Closing.Text} {DanishDates.Short(Closing.Day)}",
        };
        string lacking = defects.Count == 0 ? "" : "; mangler: " + string.Join(", ", defects.Select(defect => defect.Text));
        string remark = Remark.Length == 0 ? "" : $" ({Remark})";
        return $"{Due.Reckoning}, {law}{closed}{lacking}{remark}";
    }
}
