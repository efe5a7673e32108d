using System.Text.Json.Serialization;
using NodaTime;

namespace Rettidig.Samples;

/// <summary>What goes wrong between case systems: events sent twice, out of order, retracted, or dated after the end; and a custody that changes.</summary>
internal static class Mishaps
{
    public static void Befall(List<CaseLog> logs, Dice dice)
    {
        foreach (var entry in dice.Shuffle(logs.SelectMany(log => log.Entries).Where(e => e.Recorded <= WorkDays.Closing.PlusMonths(-2))).Take(14))
        {
            entry.SentTwice = true;
        }

        var unlucky = new Queue<CaseLog>(dice.Shuffle(logs.Where(log => log.Entries.All(e => e.Name != "placement.ended" && e.On >= WorkDays.Opening))));
        DecisionArrivesLate(unlucky.Dequeue());
        DecisionArrivesLate(unlucky.Dequeue());
        for (var times = 0; times < 4; times++)
        {
            VisitOfAnotherChild(unlucky.Dequeue(), dice);
        }

        CustodyChanges(unlucky.Dequeue());
        VisitAfterTheEnd(dice.Pick([.. logs.Where(log => log.Entries.Any(e => e.Name == "placement.ended"))]));
    }

    // The start came first: nothing can be said of the case until the decision follows.
    private static void DecisionArrivesLate(CaseLog log)
    {
        var decided = log.Entries.Single(e => e.Name == "placement.decided");
        decided.Recorded = WorkDays.OnOrAfter(decided.Recorded.PlusDays(35));
    }

    // A visit written on the wrong case, and taken back some days later.
    private static void VisitOfAnotherChild(CaseLog log, Dice dice)
    {
        var held = WorkDays.OnOrAfter(Started(log).PlusDays(dice.Between(100, 140)));
        var visit = log.TellOn(held, "visit.held", held, new { heldOn = held, onSite = true, by = "caseworker", childSpokenWith = true });
        var noticed = WorkDays.OnOrAfter(held.PlusDays(dice.Between(2, 12)));
        log.TellOn(noticed, "event.retracted", noticed, new Retraction(visit, noticed));
    }

    private static void VisitAfterTheEnd(CaseLog log)
    {
        var held = WorkDays.OnOrAfter(log.Entries.Single(e => e.Name == "placement.ended").On.PlusDays(9));
        log.TellOn(held, "visit.held", held, new { heldOn = held, onSite = true, by = "caseworker", childSpokenWith = true });
    }

    private static void CustodyChanges(CaseLog log)
    {
        var changed = WorkDays.OnOrAfter(Started(log).PlusDays(130));
        log.TellOn(changed.PlusDays(4), "custody.changed", changed, new { custodyHolders = new[] { "fm-1", "fm-3" }, on = changed });
    }

    private static LocalDate Started(CaseLog log) => log.Entries.Single(e => e.Name == "placement.started").On;

    // The id is known only when the log is closed, and read when the line is written.
    private sealed class Retraction(CaseLog.Entry retracted, LocalDate day)
    {
        [JsonPropertyName("retracts")]
        public string Retracts => retracted.Id;

        [JsonPropertyName("on")]
        public LocalDate On => day;
    }
}
