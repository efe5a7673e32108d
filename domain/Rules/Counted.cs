namespace Rettidig.Domain.Rules;

/// <summary>A length of time counted from an anchor: "3 måneder".</summary>
/// <param name="Number">How many.</param>
/// <param name="Unit">Of what.</param>
public readonly record struct Counted(int Number, TermUnit Unit)
{
    public override string ToString() => $"{Number} {Word}";

    private string Word => (Unit, Number) switch
    {
        (TermUnit.Days, 1) => "dag",
        (TermUnit.Days, _) => "dage",
        (TermUnit.WorkingDays, 1) => "arbejdsdag",
        (TermUnit.WorkingDays, _) => "arbejdsdage",
        (TermUnit.Weeks, 1) => "uge",
        (TermUnit.Weeks, _) => "uger",
        (TermUnit.Months, 1) => "måned",
        (TermUnit.Months, _) => "måneder",
        _ => "år",
    };
}

/// <summary>What terms are counted in.</summary>
public enum TermUnit
{
    Days,

    /// <summary>Monday to Friday without closed days.</summary>
    WorkingDays,

    Weeks,

    /// <summary>Counted from the anchor; they clamp to the end of a short month.</summary>
    Months,

    Years,
}
