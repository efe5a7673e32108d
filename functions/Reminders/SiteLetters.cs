using Rettidig.Domain.Cases;
using Rettidig.Domain.Events.Facts;
using Rettidig.Functions.Events;
using Rettidig.Functions.Mail;
using Rettidig.Functions.Notices;
using Rettidig.Functions.Pages;
using Rettidig.Functions.Recipients;
using Rettidig.Functions.SiteLinks;

namespace Rettidig.Functions.Reminders;

/// <summary>What a placement site gets: a signed link and nothing else.</summary>
internal sealed class SiteLetters(CaseFiles cases, SiteLinkSigner signer, SiteAddress address)
{
    private const string Chase = "site-chase";

    /// <summary>The letter about one placement to its site; null where the site has no usable address any more.</summary>
    public async Task<Letter?> WriteAsync(IReadOnlyList<Notice> notices, RecipientLookup lookup, CancellationToken cancellationToken)
    {
        Notice first = notices[0];
        string? email = await lookup.SiteAddressAsync(first.Placement, first.Site, cancellationToken);
        CaseReading? reading = await cases.ReadAsync(first.Placement, cancellationToken);
        if (reading is null || !Mailbox.IsAddress(email))
        {
            return null;
        }

        // One link for all of them: the question includes the receipt of the chase.
        SiteLinkPurpose purpose = notices.All(notice => notice.DutyId == Chase) ? SiteLinkPurpose.Registered : SiteLinkPurpose.Ask;
        string token = signer.Sign(first.Placement, first.Site!, purpose, LatestVersion(reading.File), lookup.Day);
        return new Letter(new Mailbox(email!), new SiteNoticeMail(address.SiteLink(token)));
    }

    private static int? LatestVersion(CaseFile file) => file.All<ChildPlanAdopted>().Select(plan => (int?)plan.Fact.Version)
        .Concat(file.All<ChildPlanRevised>().Select(plan => (int?)plan.Fact.Version))
        .Max();
}
