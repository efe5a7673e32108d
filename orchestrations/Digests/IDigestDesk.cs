namespace Rettidig.Orchestrations.Digests;

/// <summary>Where the week's digests are made and their ledger is kept.</summary>
public interface IDigestDesk
{
    /// <summary>The managers with open placements, in ordinal order.</summary>
    Task<IReadOnlyList<string>> ListAsync(DigestRequest week, CancellationToken cancellationToken);

    /// <summary>Sends one manager's digest unless the ledger says it went. False where there was nothing to tell.</summary>
    Task<bool> SendAsync(DigestOrder order, CancellationToken cancellationToken);
}
