using NodaTime;

namespace Rettidig.Functions.SiteLinks;

/// <summary>What came of reading a link.</summary>
public abstract record SiteLinkReading
{
    private SiteLinkReading()
    {
    }

    public sealed record Valid(SiteLink Link) : SiteLinkReading;

    /// <summary>It was ours and worked until <paramref name="On"/>.</summary>
    public sealed record Expired(LocalDate On) : SiteLinkReading;

    /// <summary>Cut short, altered, or never ours.</summary>
    public sealed record Forged : SiteLinkReading;
}
