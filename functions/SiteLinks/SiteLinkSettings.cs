using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;
using Rettidig.Functions.Settings;

namespace Rettidig.Functions.SiteLinks;

/// <summary>How links to placement sites are signed.</summary>
/// <param name="Key">SiteLinks:Key; at least 32 characters. Changing it makes every link sent so far stop working.</param>
/// <param name="Days">SiteLinks:Days; how long a link works, 1 to 365.</param>
public sealed record SiteLinkSettings(string Key, int Days)
{
    public const int ShortestKey = 32;
    public const int DefaultDays = 90;

    private const string Embedded = "Embedded=";

    /// <summary>At the start, before there is a folder to keep a key in.</summary>
    /// <exception cref="InvalidOperationException">A setting is missing or wrong; the message says what to write.</exception>
    public static void Check(IConfiguration configuration)
    {
        ReadDays(configuration["SiteLinks:Days"]);
        _ = Given(configuration) ?? (KeepsItsOwn(configuration) ? null : throw Missing());
    }

    /// <exception cref="InvalidOperationException">A setting is missing or wrong; the message says what to write.</exception>
    public static SiteLinkSettings Read(IConfiguration configuration) =>
        new(ReadKey(configuration), ReadDays(configuration["SiteLinks:Days"]));

    private static string ReadKey(IConfiguration configuration) => Given(configuration) ?? (KeepsItsOwn(configuration)
        ? Kept(Path.GetDirectoryName(Path.GetFullPath(configuration["ServiceBus"]![Embedded.Length..])) ?? ".")
        : throw Missing());

    private static string? Given(IConfiguration configuration) => configuration.Secret("SiteLinks:Key") switch
    {
        { Length: >= ShortestKey } key => key,
        { } key => throw new InvalidOperationException(
            $"Indstillingen SiteLinks:Key er på {key.Length} tegn, men skal være på mindst {ShortestKey}. Lav en ny, fx med: openssl rand -base64 32."),
        null => null,
    };

    /// <summary>On one machine the key lies beside the database; several machines must share one that is given to them.</summary>
    private static bool KeepsItsOwn(IConfiguration configuration) =>
        configuration["ServiceBus"] is { } bus && bus.StartsWith(Embedded, StringComparison.Ordinal);

    private static InvalidOperationException Missing() => new(
        $"Indstillingen SiteLinks:Key mangler. Links til anbringelsessteder skal underskrives; skriv en nøgle på mindst {ShortestKey} tegn, fx fra: openssl rand -base64 32.");

    private static int ReadDays(string? days) => string.IsNullOrWhiteSpace(days) ? DefaultDays
        : int.TryParse(days, out int count) && count is >= 1 and <= 365 ? count
        : throw new InvalidOperationException($"Indstillingen SiteLinks:Days er \"{days}\", men skal være et helt tal fra 1 til 365.");

    private static string Kept(string folder)
    {
        string file = Path.Combine(folder, "sitelinks.key");
        if (File.Exists(file) && File.ReadAllText(file).Trim() is { Length: >= ShortestKey } kept)
        {
            return kept;
        }

        Directory.CreateDirectory(folder);
        string made = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var writer = new StreamWriter(file, Encoding.ASCII, options);
        writer.WriteLine(made);
        return made;
    }
}
