namespace Rettidig.Domain.Rules;

/// <summary>Whom one occurrence of a duty concerns.</summary>
public enum Scope
{
    /// <summary>The placement as a whole.</summary>
    Placement,

    /// <summary>One custody holder: each has the right (T-13).</summary>
    CustodyHolder,

    /// <summary>One placement site.</summary>
    Site,
}
