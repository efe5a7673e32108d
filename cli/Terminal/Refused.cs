namespace Rettidig.Cli.Terminal;

/// <summary>
/// The command ends with a message for the person who gave it, in plain Danish: what is wrong and what to do. Whatever
/// else is thrown is a fault of the program.
/// </summary>
public sealed class Refused : Exception
{
    private Refused(string message, int exitCode)
        : base(message) => ExitCode = exitCode;

    /// <summary>2 where the command or its file was wrong, 1 where it was right but could not be carried out.</summary>
    public int ExitCode { get; }

    /// <summary>The command or its file cannot be used as it is.</summary>
    public static Refused AsWritten(string message) => new(message, 2);

    /// <summary>The command was right, but could not be carried out.</summary>
    public static Refused AsItWent(string message) => new(message, 1);
}
