using Microsoft.Extensions.Configuration;
using Rettidig.Domain;
using Rettidig.Functions.Pages;

namespace Rettidig.Functions.Settings;

/// <summary>Where the links in mails lead: always behind a login.</summary>
public sealed class LinkSettings
{
    private const string Key = "CaseSystem:Link";
    private const string Example = "https://fagsystem.kommune.dk/sag/{municipality}/{placement}";

    private readonly SiteAddress site;
    private readonly string? template;

    private LinkSettings(SiteAddress site, string? template)
    {
        this.site = site;
        this.template = template;
    }

    /// <summary>The start page of Rettidig itself.</summary>
    public Uri Overview => site.Start;

    /// <summary>A case: in the case system when <c>CaseSystem:Link</c> says how, else on Rettidig's own page of it.</summary>
    public Uri CaseOf(PlacementKey placement) =>
        template is null ? site.Placement(placement.Municipality, placement.Placement) : new Uri(Fill(template, placement));

    /// <exception cref="SettingException">The template is no web address, or lacks the placement.</exception>
    public static LinkSettings Read(IConfiguration configuration)
    {
        string? template = configuration.Given(Key);
        return template is null || IsUsable(template)
            ? new LinkSettings(SiteAddress.Read(configuration), template)
            : throw new SettingException($"Indstillingen {Key} er \"{template}\", men skal være en webadresse med {{placement}} og, hvis fagsystemet bruger den, {{municipality}} i. Skriv fx {Example}, eller fjern indstillingen, så fører links til Rettidigs egen side.");
    }

    private static bool IsUsable(string template) =>
        template.Contains("{placement}", StringComparison.Ordinal)
        && Uri.TryCreate(Fill(template, new PlacementKey("101", "P-7")), UriKind.Absolute, out Uri? uri)
        && uri.Scheme is "http" or "https";

    private static string Fill(string template, PlacementKey placement) => template
        .Replace("{municipality}", placement.Municipality, StringComparison.Ordinal)
        .Replace("{placement}", placement.Placement, StringComparison.Ordinal);
}
