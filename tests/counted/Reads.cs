using Rettidig.Bench.Rules;
using Rettidig.Domain.Cases;
using Rettidig.Domain.Rules;

namespace Rettidig.ReadCounts;

/// <summary>How often facts are read while a case is evaluated with every duty on: the work, in something that is the same on every machine.</summary>
public static class Reads
{
    private static readonly RuleBook Book = new(new MunicipalRules
    {
        SiteNotices = true,
        DutiesOn = RuleBook.Standard.Duties.Where(duty => !duty.OnByDefault).Select(duty => duty.Id).ToHashSet(),
    });

    [ThreadStatic]
    private static long count;

    /// <summary>For each duty, how many reads one event costs in a case of a kind and a length.</summary>
    public static IReadOnlyDictionary<string, double> OfEachDuty(CaseKind kind, int events)
    {
        CaseFile file = LongCases.File(kind, events);
        return Book.Duties.ToDictionary(duty => duty.Id, duty => Of(events, () => Book.ObligationsOf(file, LongCase.Today, new HashSet<string> { duty.Id })));
    }

    /// <summary>How many reads one event costs in the whole evaluation, with the steps and the notices to sites.</summary>
    public static double OfAll(CaseKind kind, int events)
    {
        CaseFile file = LongCases.File(kind, events);
        return Of(events, () => Book.Evaluate(file, LongCase.Today));
    }

    internal static T Count<T>(T read)
    {
        count++;
        return read;
    }

    private static double Of(int events, Action evaluate)
    {
        count = 0;
        evaluate();
        return (double)count / events;
    }
}
