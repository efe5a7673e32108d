namespace Rettidig.Domain.Rules;

/// <summary>Which open occurrences of a duty are reminded of.</summary>
public enum LadderScope
{
    /// <summary>Each by itself.</summary>
    EachOpen,

    /// <summary>Only the first that is open: the next cannot be met before it.</summary>
    LowestOpen,
}
