namespace Rettidig.Domain.Rules;

/// <summary>Who counted the days.</summary>
public enum Term
{
    /// <summary>The law counts them: nobody may lengthen the term.</summary>
    Statutory,

    /// <summary>The law gives no number; the municipality chooses, and this is its choice or the default.</summary>
    Municipal,
}
