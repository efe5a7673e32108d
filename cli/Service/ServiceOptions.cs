using System.CommandLine;
using Rettidig.Cli.Terminal;
using Rettidig.Domain;

namespace Rettidig.Cli.Service;

/// <summary>In which service, and which placement where it is about one: what commands that ask the running service have in common.</summary>
internal sealed class ServiceOptions
{
    private readonly Argument<string> placement = new("sag")
    {
        HelpName = "SAG",
        Description = "Anbringelsen, fx 101/P-7.",
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

    /// <summary>For a command about one placement.</summary>
    public void AddTo(Command command)
    {
        command.Add(placement);
        AddAddressTo(command);
    }

    /// <summary>For a command about the whole service.</summary>
    public void AddAddressTo(Command command)
    {
        command.Add(url);
        command.Add(data);
    }

    /// <exception cref="Refused">It is no placement.</exception>
    public PlacementKey Placement(ParseResult parsed)
    {
        string given = parsed.GetValue(placement)!;
        return PlacementKey.TryParse(given, out PlacementKey key)
            ? key
            : throw Refused.AsWritten($"'{given}' er ikke en anbringelse; skriv kommunens tre cifre og sagens reference, fx 101/P-7.");
    }

    /// <exception cref="Refused">There is no address or no key.</exception>
    public ServiceAddress Service(ParseResult parsed) => ServiceAddress.Find(parsed.GetValue(url), parsed.GetValue(data));
}
