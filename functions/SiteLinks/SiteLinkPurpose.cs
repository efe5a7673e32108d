namespace Rettidig.Functions.SiteLinks;

/// <summary>The one thing a link is for. The letter stands in the link, so it never changes.</summary>
public enum SiteLinkPurpose
{
    /// <summary>Asks whether the plan has come, and offers the answers.</summary>
    Ask = 'A',

    /// <summary>Tells that a chase was registered, and offers the answers.</summary>
    Registered = 'G',

    /// <summary>"Vi har modtaget planen".</summary>
    Received = 'R',

    /// <summary>"Vi mangler planen".</summary>
    Chased = 'C',
}
