using NodaTime;
using Rettidig.Domain.Agendas;
using Rettidig.Domain.Calendar;
using Rettidig.Domain.Cases;
using Rettidig.Domain.Events;
using Rettidig.Domain.Rules;

namespace Rettidig.Unit.Tests.Domain.Properties;

/// <summary>An invented placement, in the order its events were made up; they arrive when they arrive.</summary>
internal sealed record InventedCase(IReadOnlyList<CaseEvent> Log)
{
    /// <summary>With no duty turned off and with notices to sites, so that these are tried too.</summary>
    public static readonly RuleBook Book = new(CaseBuilder.AllOn with { SiteNotices = true });

    /// <summary>The day the first event arrives.</summary>
    public LocalDate First => Log.Min(Arrives);

    /// <summary>The day the last event arrives.</summary>
    public LocalDate Last => Log.Max(Arrives);

    /// <summary>A day somewhere between the first and the last arrival.</summary>
    public LocalDate Part(int of, int parts) => First.PlusDays((int)((long)NodaTime.Period.DaysBetween(First, Last) * of / parts));

    public static LocalDate Arrives(CaseEvent e) => CopenhagenTime.DateOf(e.ReceivedAt);

    /// <summary>What had arrived by the end of a day.</summary>
    public IEnumerable<CaseEvent> KnownOn(LocalDate day) => Log.Where(e => Arrives(e) <= day);

    /// <summary>The agenda of a day, by what had arrived by then.</summary>
    public Agenda On(LocalDate day) => Evaluate(KnownOn(day), day);

    /// <summary>The agenda by all the events, as of a day.</summary>
    public Agenda WithAll(LocalDate day) => Evaluate(Log, day);

    public static CaseFile Fold(IEnumerable<CaseEvent> log) => CaseFile.Fold(CaseBuilder.Key, log);

    public static Agenda Evaluate(IEnumerable<CaseEvent> log, LocalDate day) => Book.Evaluate(Fold(log), day);

    public override string ToString() => "\n" + string.Join("\n", Log.Select(e => $"{e.Id} arrives {CopenhagenTime.At(e.ReceivedAt):uuuu-MM-dd HH:mm}, recorded {CopenhagenTime.At(e.Time):uuuu-MM-dd HH:mm}: {e.Fact}"));
}
