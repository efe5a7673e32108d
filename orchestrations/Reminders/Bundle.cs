namespace Rettidig.Orchestrations.Reminders;

/// <summary>One mail to one recipient. It names no address and no person: histories are kept.</summary>
/// <param name="Key">Names the mail for good: <c>reminder:101:sb-12:2026-11-30</c>. Its Message-ID is made from it.</param>
/// <param name="Municipality">Three digits.</param>
/// <param name="Recipient">Staff id, <c>operator</c>, or <c>site:{placement}:{site}</c>.</param>
/// <param name="Round">The round it goes with.</param>
/// <param name="Urgent">Whether something in it cannot wait for a morning.</param>
/// <param name="Notices">The keys of the notices in it, in ordinal order.</param>
public sealed record Bundle(string Key, string Municipality, string Recipient, string Round, bool Urgent, IReadOnlyList<string> Notices);
