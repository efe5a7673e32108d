using NodaTime;
using Rettidig.Functions.Events;
using Rettidig.Functions.Placements;

namespace Rettidig.Functions.Recipients;

/// <summary>Opens the staff directory of a municipality for one listing or one mail.</summary>
internal sealed class RecipientLookups(StaffBook staff, OpenPlacements open, CaseFiles cases)
{
    public async Task<RecipientLookup> OpenAsync(string municipality, LocalDate day, CancellationToken cancellationToken) =>
        new(await staff.ReadAsync(municipality, cancellationToken), open, cases, day);
}
