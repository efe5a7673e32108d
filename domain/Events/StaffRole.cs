namespace Rettidig.Domain.Events;

/// <summary>What a member of staff is responsible for.</summary>
public enum StaffRole
{
    /// <summary>Sagsbehandler, myndighedsrådgiver.</summary>
    Caseworker,

    /// <summary>Teamleder.</summary>
    TeamLeader,

    /// <summary>Leder, afdelingsleder.</summary>
    Manager,
}
