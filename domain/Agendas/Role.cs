namespace Rettidig.Domain.Agendas;

/// <summary>Whom a step goes to. Who that is, is looked up when the mail is sent.</summary>
public enum Role
{
    Caseworker,
    TeamLeader,
    Manager,
    Site,
    Operator,
}
