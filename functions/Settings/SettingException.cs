namespace Rettidig.Functions.Settings;

/// <summary>A setting is missing or cannot be used. The message says in one sentence which, what was expected and what to do.</summary>
public sealed class SettingException : Exception
{
    public SettingException()
    {
    }

    public SettingException(string message)
        : base(message)
    {
    }

    public SettingException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
