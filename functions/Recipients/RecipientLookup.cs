using NodaTime;
using Rettidig.Domain;
using Rettidig.Domain.Agendas;
using Rettidig.Domain.Cases;
using Rettidig.Functions.Events;
using Rettidig.Functions.Notices;
using Rettidig.Functions.Placements;

namespace Rettidig.Functions.Recipients;

/// <summary>Finds the final recipient of notices, as of one day. Made anew for each listing, so that nothing in it is stale.</summary>
internal sealed class RecipientLookup(StaffDirectory staff, OpenPlacements open, CaseFiles cases, LocalDate day)
{
    private readonly Dictionary<PlacementKey, string?> caseworkers = [];

    /// <summary>The Copenhagen date it holds for.</summary>
    public LocalDate Day => day;

    /// <summary>The staff it looks in.</summary>
    public StaffDirectory Staff => staff;

    /// <summary>Who gets it: staff id, site or operator. Never nobody.</summary>
    public async Task<string> ReaderOfAsync(Notice notice, CancellationToken cancellationToken) => notice.Role switch
    {
        Role.Operator => RecipientName.Operator,
        Role.Site => await SiteOrOperatorAsync(notice, cancellationToken),
        _ => staff.Reader(notice.Role, await CaseworkerOfAsync(notice.Placement, cancellationToken), day, notice.Tried)?.Id
            ?? RecipientName.OperatorInstead,
    };

    /// <summary>The caseworker of a placement on the day; null where none is known.</summary>
    public async Task<string?> CaseworkerOfAsync(PlacementKey placement, CancellationToken cancellationToken)
    {
        if (!caseworkers.TryGetValue(placement, out string? caseworker))
        {
            caseworker = (await open.FindAsync(placement, cancellationToken))?.Caseworker;
            caseworkers[placement] = caseworker;
        }

        return caseworker;
    }

    /// <summary>The address in the site's own record; null where it has none.</summary>
    public async Task<string?> SiteAddressAsync(PlacementKey placement, string? site, CancellationToken cancellationToken)
    {
        CaseReading? reading = await cases.ReadAsync(placement, cancellationToken);
        Stay? stay = reading?.File.Stays.LastOrDefault(stay => stay.Site.Id == site);
        return stay?.Site.Email;
    }

    private async Task<string> SiteOrOperatorAsync(Notice notice, CancellationToken cancellationToken)
    {
        string name = RecipientName.Site(notice.Placement, notice.Site ?? "");
        bool reachable = !notice.Tried.Contains(name) && await SiteAddressAsync(notice.Placement, notice.Site, cancellationToken) is not null;
        return reachable ? name : RecipientName.Operator;
    }
}
