using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Rettidig.Domain.Calendar;

namespace Rettidig.Functions.SiteLinks;

/// <summary>
/// The event an answered link becomes. Its id comes from the link (for a chase also from the day), so pressing twice
/// changes nothing, while a site that still lacks the plan next week can say so again.
/// </summary>
internal sealed record SiteAnswer(string Id, string Json)
{
    public const string Source = "urn:rettidig:site-link";

    public static SiteAnswer To(SiteLink link, string token, Instant now)
    {
        LocalDate today = CopenhagenTime.DateOf(now);
        bool received = link.Purpose == SiteLinkPurpose.Received;
        string day = LocalDatePattern.Iso.Format(today);

        // A UUID, because ten digits in a row of a bare hash may look like a personal number, and those are refused.
        string uuid = new Guid(SHA256.HashData(Encoding.ASCII.GetBytes(token)).AsSpan(0, 16)).ToString();
        string id = received ? uuid : $"{uuid}:{day}";
        return new SiteAnswer(id, JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["specversion"] = "1.0",
            ["id"] = id,
            ["source"] = Source,
            ["type"] = received ? "dk.rettidig.child-plan.received.v1" : "dk.rettidig.child-plan.chased.v1",
            ["subject"] = link.Placement.Subject,
            ["time"] = now.InZone(CopenhagenTime.Zone).ToDateTimeOffset().ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
            ["datacontenttype"] = "application/json",
            ["data"] = received ? Received(link, day) : new Dictionary<string, object> { ["chasedOn"] = day, ["site"] = link.Site },
        }));
    }

    private static Dictionary<string, object> Received(SiteLink link, string day) => new()
    {
        ["receivedOn"] = day,
        ["version"] = link.Version ?? throw new InvalidOperationException("Bug in Rettidig: a link \"received\" was signed without a version of the plan."),
        ["site"] = link.Site,
    };
}
