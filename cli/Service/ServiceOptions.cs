using System.CommandLine;
using Rettidig.Cli.Terminal;

namespace Rettidig.Cli.Service;

/// <summary>In which service, and about whom where it is about one: what commands that ask the running service have in common.</summary>
internal sealed class ServiceOptions
{
    private readonly Argument<string> subject = new("hvem")
    {
        HelpName = "HVEM",
        Description = "Anbringelsen, fx 101/P-7, eller medarbejderen, fx 101/staff/as12.",
    };

    private readonly Option<string?> url = new("--url")
    {
        HelpName = "URL",
        Description = $"Tjenestens adresse. Uden: den, der står i datamappen. Nøglen tages fra {ServiceAddress.KeyVariable}, ellers fra datamappen; i Azure er det appens hovednøgle (master key).",
    };

    private readonly Option<string?> data = new("--data")
    {
        HelpName = "MAPPE",
        Description = $"Tjenestens datamappe. Uden: {ServiceAddress.DefaultData}.",
    };

    /// <summary>For a command about one placement, or one of the staff.</summary>
    public void AddTo(Command command)
    {
        command.Add(subject);
        AddAddressTo(command);
    }

    /// <summary>For a command about the whole service.</summary>
    public void AddAddressTo(Command command)
    {
        command.Add(url);
        command.Add(data);
    }

    /// <exception cref="Refused">It is neither.</exception>
    public DataSubject Subject(ParseResult parsed) => DataSubject.Parse(parsed.GetValue(subject)!);

    /// <exception cref="Refused">There is no address or no key.</exception>
    public ServiceAddress Service(ParseResult parsed) => ServiceAddress.Find(parsed.GetValue(url), parsed.GetValue(data));
}
