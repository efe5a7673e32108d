using Microsoft.Extensions.Configuration;

namespace Rettidig.Functions.Settings;

/// <summary>Whether notices leave as events, and whom they say they are from.</summary>
/// <param name="Publishes"><c>Notices:Publish</c>: <c>true</c> or <c>false</c>.</param>
/// <param name="Source"><c>Notices:Source</c>, the <c>source</c> of CloudEvents: a URI, relative or not.</param>
public sealed record NoticeSettings(bool Publishes, string Source)
{
    private const string PublishKey = "Notices:Publish";
    private const string SourceKey = "Notices:Source";

    /// <exception cref="SettingException">The one is neither true nor false, or the other is no URI.</exception>
    public static NoticeSettings Read(IConfiguration configuration) => new(ReadPublish(configuration), ReadSource(configuration));

    private static bool ReadPublish(IConfiguration configuration) => configuration.Given(PublishKey) is not { } given
        || (bool.TryParse(given, out bool publishes)
            ? publishes
            : throw new SettingException($"Indstillingen {PublishKey} er \"{given}\", men skal være true eller false. Fjern den, så går varsler ud på emnet notices."));

    private static string ReadSource(IConfiguration configuration) => configuration.Given(SourceKey) is not { } given
        ? "urn:rettidig"
        : Uri.IsWellFormedUriString(given, UriKind.RelativeOrAbsolute)
            ? given
            : throw new SettingException($"Indstillingen {SourceKey} er \"{given}\", men skal være en URI. Skriv fx urn:kommune:101:rettidig, eller fjern indstillingen.");
}
