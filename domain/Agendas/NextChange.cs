using NodaTime;
using Rettidig.Domain.Cases;

namespace Rettidig.Domain.Agendas;

/// <summary>The next day on which a case's agenda changes by itself: a status turns, a step falls, a year begins, a known fact comes true.</summary>
internal static class NextChange
{
    public static LocalDate? After(LocalDate today, CaseFile file, IEnumerable<Obligation> obligations, IEnumerable<Step> notices)
    {
        LocalDate? next = null;
        void Consider(LocalDate day) => next = day > today && (next is null || day < next) ? day : next;

        foreach (Obligation obligation in obligations)
        {
            if (obligation.IsOpen)
            {
                Consider(obligation.Due);
                Consider(obligation.Due.PlusDays(1));
                if (obligation.LawDue is { } lawDue)
                {
                    Consider(lawDue.PlusDays(1));
                }
            }

            // A notice is done with on its day, and its step may still lie ahead: the morning after.
            foreach (Step step in obligation.Steps)
            {
                Consider(step.Day);
            }
        }

        foreach (Step notice in notices)
        {
            Consider(notice.Day);
            Consider(SiteNotices.TooOldFrom(notice));
        }

        foreach (LocalDate day in file.FactDays)
        {
            Consider(day);
        }

        if (file.StartedOn is not null)
        {
            Consider(new LocalDate(today.Year + 1, 1, 1));
        }

        return next;
    }
}
