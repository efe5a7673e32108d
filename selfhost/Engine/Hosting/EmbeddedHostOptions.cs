using Microsoft.Extensions.Configuration;
using Rettidig.SelfHost.Storage;

namespace Rettidig.SelfHost.Hosting;

/// <summary>The settings <c>SelfHost:*</c>, checked.</summary>
public sealed class EmbeddedHostOptions
{
    /// <summary>Short enough to paste, long enough that nobody guesses it.</summary>
    public const int ShortestToken = 16;

    private const string DefaultData = "data";
    private const string DefaultUrls = "http://localhost:7071";

    private EmbeddedHostOptions(string data, IReadOnlyList<string> urls, StoreDurability durability, string? token)
    {
        Data = data;
        Urls = urls;
        Durability = durability;
        Token = token;
    }

    /// <summary><c>SelfHost:Data</c>: the absolute path of the folder with everything the host keeps. Default <c>./data</c>.</summary>
    public string Data { get; }

    /// <summary>The SQLite file in <see cref="Data"/>.</summary>
    public string DatabasePath => DatabaseIn(Data);

    /// <summary><c>SelfHost:Urls</c>: where it listens, separated by <c>;</c>. Default http://localhost:7071; port 0 takes a free one.</summary>
    public IReadOnlyList<string> Urls { get; }

    /// <summary><c>SelfHost:Durability</c>: Full (default) or None.</summary>
    public StoreDurability Durability { get; }

    /// <summary><c>SelfHost:Token</c>: the access token of HTTP functions. Null: the one in the file <c>token</c> in <see cref="Data"/>, made when missing.</summary>
    public string? Token { get; }

    /// <summary>Reads the settings; a broken one ends the start.</summary>
    /// <exception cref="EmbeddedHostException">What is wrong and how to mend it.</exception>
    public static EmbeddedHostOptions From(IConfiguration configuration) => new(
        DataOf(configuration),
        UrlsOf(configuration["SelfHost:Urls"] ?? DefaultUrls),
        DurabilityOf(configuration["SelfHost:Durability"]),
        TokenOf(configuration["SelfHost:Token"]));

    /// <summary>The absolute path of the data folder, whatever state the other settings are in.</summary>
    internal static string DataOf(IConfiguration configuration)
    {
        string? data = configuration["SelfHost:Data"];
        return Path.GetFullPath(string.IsNullOrWhiteSpace(data) ? DefaultData : data);
    }

    internal static string DatabaseIn(string data) => Path.Combine(data, "rettidig.db");

    private static string[] UrlsOf(string urls)
    {
        string[] each = urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        string? broken = each.FirstOrDefault(url => !IsAddress(url));
        return broken is null && each.Length > 0
            ? each
            : throw new EmbeddedHostException(
                $"Indstillingen SelfHost:Urls indeholder '{broken ?? urls}', som ikke er en adresse: skriv fx {DefaultUrls}, flere adskilt af semikolon, eller fjern indstillingen.");
    }

    /// <summary>Kestrel also takes <c>*</c> and <c>+</c> for every address of the machine.</summary>
    private static bool IsAddress(string url) =>
        Uri.TryCreate(url.Replace("://*", "://any", StringComparison.Ordinal).Replace("://+", "://any", StringComparison.Ordinal), UriKind.Absolute, out Uri? uri)
        && uri.Scheme is "http" or "https";

    private static StoreDurability DurabilityOf(string? durability) => durability switch
    {
        null or "" => StoreDurability.Full,
        _ when Enum.TryParse(durability, ignoreCase: true, out StoreDurability known) && Enum.IsDefined(known) => known,
        _ => throw new EmbeddedHostException($"Indstillingen SelfHost:Durability er '{durability}': skriv Full (venter på disken) eller None (kun til simulering)."),
    };

    private static string? TokenOf(string? token) => token switch
    {
        null or "" => null,
        { Length: >= ShortestToken } => token,
        _ => throw new EmbeddedHostException(
            $"Indstillingen SelfHost:Token er kortere end {ShortestToken} tegn: brug en længere, eller fjern indstillingen, så laver programmet selv en."),
    };
}
