namespace Rettidig.Domain.Rules;

/// <summary>A municipality's settings cannot be used. The message says in Danish which file and where, what was expected and what to do.</summary>
public sealed class RulesException : Exception
{
    public RulesException()
    {
    }

    public RulesException(string message)
        : base(message)
    {
    }

    public RulesException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
