using Rettidig.Domain.Cases;
using Rettidig.Domain.Events;
using Rettidig.Domain.Rules;

namespace Rettidig.Domain.Reports;

/// <summary>
/// Ankestyrelsen's tables counted for one's own caseload. Placements are added one by one and forgotten: only counts are
/// kept, so that a whole country fits. Several threads may add at once.
/// </summary>
/// <param name="scope">Which placements it is about.</param>
public sealed class Report(ReportScope scope)
{
    private readonly (ReportSection Section, GroupTally[] Groups)[] sections =
        [.. ReportTables.All.Select(section => (section, section.Groups.Select(group => group.Begin()).ToArray()))];

    private readonly Lock counting = new();

    /// <summary>Which placements it is about.</summary>
    public ReportScope Scope => scope;

    /// <summary>How many placements of the municipality and the selection there are, whether they are in the report or not. None means that it was asked of something unknown.</summary>
    public int Known { get; private set; }

    /// <summary>How many placements are in it.</summary>
    public int Placements { get; private set; }

    /// <summary>How many of them had ended.</summary>
    public int Ended { get; private set; }

    /// <summary>The sections with the numbers so far.</summary>
    public IReadOnlyList<CountedSection> Sections =>
        [.. sections.Select(section => new CountedSection(section.Section.Id, section.Section.Title, section.Section.Source, [.. section.Groups.Select(group => group.Counted())]))];

    /// <summary>A group with the numbers so far, by its id.</summary>
    /// <exception cref="InvalidOperationException">No table has it.</exception>
    public CountedGroup Group(string id) => Sections.SelectMany(section => section.Groups).Single(group => group.Id == id);

    /// <summary>Adds a placement from its log, where it belongs in the report.</summary>
    /// <returns>Whether it did.</returns>
    public bool Add(PlacementKey placement, IEnumerable<CaseEvent> log, RuleBook book)
    {
        if (!scope.Asks(placement))
        {
            return false;
        }

        return Add(CaseFile.Fold(placement, log, scope.On), book);
    }

    /// <summary>Adds a placement, folded up to the day of the report, where it belongs in it.</summary>
    /// <returns>Whether it did.</returns>
    public bool Add(CaseFile file, RuleBook book)
    {
        if (!scope.Asks(file.Placement))
        {
            return false;
        }

        lock (counting)
        {
            Known++;
        }

        if (!scope.Holds(file))
        {
            return false;
        }

        // What a municipality does not want to be reminded of is counted all the same: the tables compare municipalities.
        var placement = ReportedCase.Of(file, book.NothingOff, scope.On);
        lock (counting)
        {
            Count(placement);
        }

        return true;
    }

    private void Count(ReportedCase placement)
    {
        Placements++;
        Ended += placement.IsRunning ? 0 : 1;
        foreach ((_, GroupTally[] groups) in sections)
        {
            foreach (GroupTally group in groups)
            {
                group.Add(placement);
            }
        }
    }
}
