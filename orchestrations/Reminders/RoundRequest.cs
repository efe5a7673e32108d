namespace Rettidig.Orchestrations.Reminders;

/// <summary>Asks for one round of mails.</summary>
/// <param name="Municipality">Three digits.</param>
/// <param name="Round">The Copenhagen date, and for a round of the day the time: <c>2026-11-30</c> or <c>2026-11-30T0815</c>.</param>
/// <param name="UrgentOnly">True for the rounds of the day, which take only what cannot wait until tomorrow morning.</param>
/// <param name="Turn">1 for the first listing; more when a mailbox refused and the next in line gets it.</param>
public sealed record RoundRequest(string Municipality, string Round, bool UrgentOnly, int Turn = 1);
