namespace Rettidig.Domain.Rules;

/// <summary>How often a duty comes.</summary>
public enum Recurrence
{
    /// <summary>Once in a placement, or once for each it concerns.</summary>
    Once,

    /// <summary>Each time what starts it happens.</summary>
    EachTime,

    /// <summary>Again from the day it was met.</summary>
    Again,

    /// <summary>Each calendar year.</summary>
    Yearly,
}
