using NodaTime;
using Rettidig.Domain.Agendas;
using Rettidig.Domain.Cases;

namespace Rettidig.Unit.Tests.Domain.Properties;

/// <summary>Agendas and case files as text, everything in them, so that two can be compared and a difference read.</summary>
internal static class Printed
{
    public static string Agenda(Agenda agenda) =>
        string.Join('\n', agenda.Obligations.Select(Obligation).Concat(agenda.Steps.Select(Step)).Append($"next {agenda.NextChange} closed {agenda.Closed}"));

    /// <summary>What there is to do on a day: everything in the agenda, and which steps have fallen; not when to look again.</summary>
    public static string Content(Agenda agenda, LocalDate today) =>
        string.Join('\n', agenda.Obligations.Select(Obligation).Concat(agenda.Steps.Select(step => $"{(step.Day <= today ? "fallen" : "to come")} {Step(step)}")).Append($"closed {agenda.Closed}"));

    public static string Obligation(Obligation o) =>
        $"{Name(o)} {o.CustodyHolder}/{o.Site} {o.Kind}/{o.Term} anchored {o.AnchoredOn} due {o.Due} {o.Status} {o.ClosedOn} {(o.Breach ? "breach" : "")} [{string.Join(',', o.Defects.Select(defect => defect.Id))}] {o.Law}: {o.Explanation}";

    public static string Name(Obligation o) => $"{o.DutyId}:{o.Occurrence}";

    public static string Step(Step s) => $"{s.Key} {s.Day} {(s.Urgent ? "urgent" : "")} {s.Site}";

    public static string File(CaseFile file) => string.Join('\n', InventedFacts.Types.SelectMany(type => Facts(file, type)).Concat(
    [
        $"{file.Placement} {file.FirstArrival} decided {file.IsDecided} started {file.StartedOn} ended {file.EndedOn}",
        .. file.Concerns.Select(concern => concern.ToString()),
        .. file.Stays.Select(stay => stay.ToString()),
        .. file.Reviews.Select(review => review.Id),
        .. file.QualifyingVisits.Select(visit => visit.Id),
        .. Enumerable.Range(2014, 40).Select(year => new LocalDate(year, 7, 1)).Select(day => $"{file.CaseworkerOn(day)} {file.SiteOn(day)} {string.Join(',', file.CustodyHoldersOn(day))}"),
    ]));

    private static IEnumerable<string> Facts(CaseFile file, Type type) =>
        ((IEnumerable<IRecorded>)typeof(CaseFile).GetMethod(nameof(CaseFile.All))!.MakeGenericMethod(type).Invoke(file, [])!).Select(fact => $"{type.Name} {fact.Id} {fact}");
}
