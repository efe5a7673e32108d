using NodaTime;
using Rettidig.Domain.Agendas;
using Rettidig.Functions.Placements;
using Rettidig.Functions.Recipients;
using Rettidig.Functions.Storage;
using Rettidig.Orchestrations.Digests;

namespace Rettidig.Functions.Digests;

/// <summary>The weekly digest's way to the open list, the staff and mail.</summary>
internal sealed class DigestDesk(OpenPlacements open, StaffBook staff, DigestWriting writing, DigestSending sending, DigestLedger ledger) : IDigestDesk
{
    public async Task<IReadOnlyList<string>> ListAsync(DigestRequest week, CancellationToken cancellationToken)
    {
        StaffDirectory directory = await staff.ReadAsync(week.Municipality, cancellationToken);
        var managers = new SortedSet<string>(StringComparer.Ordinal);
        await foreach (PlacementRow placement in open.AllAsync(week.Municipality, cancellationToken))
        {
            if (placement.Caseworker is not null)
            {
                managers.Add(ManagerOf(placement, directory));
            }
        }

        return [.. managers];
    }

    public async Task<bool> SendAsync(DigestOrder order, CancellationToken cancellationToken)
    {
        LocalDate day = Dates.ParseDate(order.Week.Date);
        IReadOnlyList<DigestEntry> earlier = await ledger.ReadAsync(order.Week.Municipality, order.Manager, cancellationToken);
        if (earlier.FirstOrDefault(entry => entry.Week == order.Week.Week) is { IsDone: true } done)
        {
            return done.Mail != DigestMailKind.None;
        }

        StaffDirectory directory = await staff.ReadAsync(order.Week.Municipality, cancellationToken);
        DigestDraft draft = await writing.WriteAsync(order, day, directory, earlier, cancellationToken);
        DigestEntry? begun = earlier.FirstOrDefault(entry => entry.Week == order.Week.Week);
        return await sending.SendAsync(order, draft, begun, directory, cancellationToken);
    }

    /// <summary>Who answers for a placement; the operator where no manager is known.</summary>
    internal static string ManagerOf(PlacementRow placement, StaffDirectory directory) =>
        directory.Holder(Role.Manager, placement.Caseworker)?.Id ?? RecipientName.OperatorInstead;
}
