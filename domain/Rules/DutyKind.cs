namespace Rettidig.Domain.Rules;

/// <summary>What a duty rests on. Only a <see cref="Statute"/> duty with a statutory term can be breached; the others are late.</summary>
public enum DutyKind
{
    /// <summary>The law says it (lov).</summary>
    Statute,

    /// <summary>Guidance to the law says it (vejledning).</summary>
    Guidance,

    /// <summary>A described method says it (metode).</summary>
    Method,

    /// <summary>Good practice that municipalities have found (praksis).</summary>
    Practice,
}
