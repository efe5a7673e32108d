using System.Runtime.InteropServices;
using NodaTime;
using Rettidig.Domain.Calendar;
using Rettidig.Domain.Cases;
using Rettidig.Domain.Rules;
using Rettidig.Domain.Rules.Settings;

namespace Rettidig.Domain.Agendas;

/// <summary>The interpreter of the rule book's rows: one duty at a time, one occurrence at a time.</summary>
internal sealed class Evaluation(CaseFile file, LocalDate today, OfficeHours office)
{
    private readonly HashSet<string> occurrences = new(StringComparer.Ordinal);

    /// <summary>The number the next one of a name gets, where there is more than one on a day.</summary>
    private readonly Dictionary<string, int> repeats = new(StringComparer.Ordinal);
    private readonly List<Rung> rungs = [];
    private readonly string partition = file.Placement.Partition;

    /// <summary>Adds the obligations a duty gives in this case, in ordinal order of their occurrences.</summary>
    public void Apply(DutyInForce row, List<Obligation> obligations)
    {
        int first = obligations.Count;
        occurrences.Clear();
        repeats.Clear();
        bool mayClimb = true;
        foreach (Anchor anchor in row.Duty.Starts.In(file, today))
        {
            // The name is given before it is known whether the occurrence stands: what is dropped must not rename the next.
            string occurrence = Name(anchor);
            if (Apply(row, anchor, occurrence, mayClimb) is { } obligation)
            {
                mayClimb &= row.Duty.Ladder == LadderScope.EachOpen || !obligation.IsOpen;
                obligations.Add(obligation);
            }
        }

        CollectionsMarshal.AsSpan(obligations)[first..].Sort(static (a, b) => string.CompareOrdinal(a.Occurrence, b.Occurrence));
    }

    private Obligation? Apply(DutyInForce row, Anchor anchor, string occurrence, bool mayClimb)
    {
        Duty duty = row.Duty;
        var situation = new Situation(file, anchor, Regimes.On(anchor.Day)) { Choices = row.Choices };
        if (duty.Law.In(situation.Regime) is not { } law)
        {
            return null;
        }

        LocalDate? stop = Earlier(duty.OutlivesPlacement ? null : file.EndedOn, anchor.StopsOn);
        Closing? done = duty.IsNotice ? null : ClosingBy(duty, situation, stop);
        Judgement judged = Judgement.Of(row, situation, done?.Day ?? (stop <= today ? stop : null));
        if (judged.Due is not { } due)
        {
            return null;
        }

        Closing? closing = duty.IsNotice ? NoticeGiven(due, stop) : done is not null && IsPlannedTooLate(done, due) ? null : done;
        if (closing is null && due.Day > stop)
        {
            return null;
        }

        Defect[] defects = duty.DefectsOf(situation);
        ObligationStatus status = StatusOf(due.Day, closing, stop, defects.Length > 0);
        bool climbs = mayClimb && (duty.IsNotice || status is ObligationStatus.Pending or ObligationStatus.Due or ObligationStatus.Overdue);
        return new Obligation(duty, anchor, due, closing, judged.Remark)
        {
            Occurrence = occurrence,
            Status = status,
            StatusByLaw = due.LawDay is { } lawDay ? StatusByLaw(lawDay, closing, stop, defects.Length > 0) : null,
            Defects = defects,
            Law = law,
            Steps = climbs ? StepsOf(row, situation, due, stop, judged.ChangedAt, occurrence) : [],
        };
    }

    private static Closing? ClosingBy(Duty duty, Situation situation, LocalDate? stop) =>
        duty.ClosingOf(situation) is { } found && !(found.Day > stop) ? found : null;

    /// <summary>A notice is done with on its day; its step stays, so that the notice still goes out when nobody looked that day.</summary>
    private Closing? NoticeGiven(DueDate due, LocalDate? stop) =>
        due.Day <= today && !(due.Day > stop) ? new Closing(due.Day, "påmindet") : null;

    /// <summary>An end that lies ahead and after the due day has closed nothing yet: until then it is late, and people are told.</summary>
    private bool IsPlannedTooLate(Closing closing, DueDate due) => closing.Day > today && closing.Day > due.Day;

    private ObligationStatus StatusOf(LocalDate due, Closing? closing, LocalDate? stop, bool hasDefects)
    {
        if (closing is not null)
        {
            return closing.Day > due ? ObligationStatus.MetLate : hasDefects ? ObligationStatus.MetWithDefects : ObligationStatus.Met;
        }

        if (stop <= today)
        {
            return ObligationStatus.NotClosed;
        }

        return due > today ? ObligationStatus.Pending : due == today ? ObligationStatus.Due : ObligationStatus.Overdue;
    }

    /// <summary>What ends before the law's own day never falls due by law.</summary>
    private ObligationStatus StatusByLaw(LocalDate lawDay, Closing? closing, LocalDate? stop, bool hasDefects) =>
        closing is null && lawDay > stop ? ObligationStatus.Pending : StatusOf(lawDay, closing, stop, hasDefects);

    private Step[] StepsOf(DutyInForce row, Situation situation, DueDate due, LocalDate? stop, Instant? changedAt, string occurrence)
    {
        Instant knownAt = due.KnownAt is { } dueKnown ? Anchor.Later(situation.Anchor.KnownAt, dueKnown) : situation.Anchor.KnownAt;
        knownAt = changedAt is { } changed ? Anchor.Later(knownAt, changed) : knownAt;
        rungs.Clear();
        if (row.Duty.TellsLeaderAtOnce(situation))
        {
            rungs.Add(new Rung(StepName.AtOnce, Role.TeamLeader, LocalDate.Max(office.Days.OnOrAfter(situation.Day), office.FirstMorningAfter(knownAt)), false));
        }

        Ladder.Climb(row, office, situation.Day, stop, due, knownAt, rungs);
        var steps = new Step[rungs.Count];
        for (int i = 0; i < steps.Length; i++)
        {
            Rung rung = rungs[i];
            steps[i] = new Step { Partition = partition, DutyId = row.Duty.Id, Occurrence = occurrence, Due = due.Day, Name = rung.Name, Role = rung.Role, Day = rung.Day, Urgent = rung.Urgent };
        }

        return steps;
    }

    private string Name(Anchor anchor)
    {
        string day = DanishDates.Iso(anchor.Day);
        string first = (anchor.CustodyHolder ?? anchor.Site) is { } whose ? string.Concat(day, ":", whose) : day;
        if (occurrences.Add(first))
        {
            return first;
        }

        int n = repeats.GetValueOrDefault(first, 2);
        string name = $"{first}.{n}";
        while (!occurrences.Add(name))
        {
            name = $"{first}.{++n}";
        }

        repeats[first] = n + 1;
        return name;
    }

    private static LocalDate? Earlier(LocalDate? a, LocalDate? b) => a is null ? b : b is null ? a : LocalDate.Min(a.Value, b.Value);
}
