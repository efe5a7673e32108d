using Rettidig.Domain.Agendas;
using Rettidig.Domain.Rules;

namespace Rettidig.Unit.Tests.Domain.Properties;

/// <summary>No row of the rule book is dead: the invented cases start each duty, close it, and find each thing that can be lacking in it.</summary>
public class EveryDutyProperties
{
    private const int Cases = 8000;

    [Fact]
    public void Invented_cases_start_and_close_every_duty_and_find_every_defect()
    {
        HashSet<string> started = [], closed = [], lacking = [];
        Property.HoldsOnTheSame(Cases, tried =>
        {
            foreach (Obligation obligation in tried.WithAll(tried.Last).Obligations)
            {
                started.Add(obligation.DutyId);
                lacking.UnionWith(obligation.Defects.Select(defect => $"{obligation.DutyId}: {defect.Id}"));
                if (obligation.ClosedOn is not null)
                {
                    closed.Add(obligation.DutyId);
                }
            }
        });

        IReadOnlyList<Duty> duties = RuleBook.Standard.Duties;
        Assert.Empty(duties.Select(duty => duty.Id).Except(started));
        Assert.Empty(duties.Select(duty => duty.Id).Except(closed));
        Assert.Empty(duties.SelectMany(duty => duty.Defects.Select(check => $"{duty.Id}: {check.Defect.Id}")).Except(lacking));
    }

    [Fact]
    public void What_comes_once_comes_once_to_each_it_concerns() => Property.Holds(300, tried =>
    {
        ILookup<string, Obligation> byDuty = tried.WithAll(tried.Last).Obligations.ToLookup(obligation => obligation.DutyId);
        foreach (Duty duty in RuleBook.Standard.Duties.Where(duty => duty.Repeats == Recurrence.Once))
        {
            Assert.True(byDuty[duty.Id].Count() <= 1 || duty.Starts.Per == Scope.CustodyHolder, duty.Id);
        }
    });
}
