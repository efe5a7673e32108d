namespace Rettidig.SelfHost.Hosting;

/// <summary>The host cannot start. The message is one sentence in Danish for the person who started it: what is wrong and what to do.</summary>
public sealed class EmbeddedHostException : Exception
{
    public EmbeddedHostException(string message)
        : base(message)
    {
    }

    public EmbeddedHostException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Lets a program that does not catch it end with the sentence and exit code 1, instead of a stack trace.</summary>
    public static void EndProcessWhenUnhandled()
    {
        AppDomain.CurrentDomain.UnhandledException -= End;
        AppDomain.CurrentDomain.UnhandledException += End;
    }

    private static void End(object sender, UnhandledExceptionEventArgs unhandled)
    {
        if (unhandled.ExceptionObject is EmbeddedHostException refusal)
        {
            Console.Error.WriteLine(refusal.Message);
            Environment.Exit(1);
        }
    }
}
