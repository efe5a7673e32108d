using NodaTime;
using Rettidig.Functions.Notices;

namespace Rettidig.Functions.Pages;

/// <summary>What the start page tells.</summary>
/// <param name="Today">The Copenhagen date.</param>
/// <param name="OpenPlacements">Placements that have not ended.</param>
/// <param name="Overdue">Open duties whose due date has passed.</param>
/// <param name="DueThisWeek">Open duties due from today to Sunday.</param>
/// <param name="WaitingMails">Notices not yet sent.</param>
/// <param name="DeadLetters">Events set aside.</param>
/// <param name="Uncertain">Mails of the last two weeks of which nobody knew whether they went, newest first.</param>
/// <param name="Next">The most pressing duties, at most twenty, in the order to show them.</param>
public sealed record StartModel(
    LocalDate Today, int OpenPlacements, int Overdue, int DueThisWeek, int WaitingMails, int DeadLetters, IReadOnlyList<UncertainMail> Uncertain, IReadOnlyList<StartDuty> Next);

/// <summary>One duty on the start page.</summary>
public sealed record StartDuty(string Municipality, string Placement, string Duty, LocalDate Due);
