using System.Text;

namespace Rettidig.Domain.Rules.Settings;

/// <summary>The terms and duties that can be chosen, as the page for operators prints them: drawn from the rule book's rows.</summary>
public static class SettingsTable
{
    /// <summary>One term that can be chosen.</summary>
    /// <param name="Name">As settings name it.</param>
    /// <param name="Title">In Danish, what it is about.</param>
    /// <param name="Default">What counts when nothing is chosen.</param>
    /// <param name="Limit">In Danish, how far it may be moved.</param>
    public sealed record Row(string Name, string Title, Counted Default, string Limit);

    /// <summary>All of them, in the order of the rule book.</summary>
    public static IEnumerable<Row> Terms() => TermReader.All().Select(entry => new Row(
        entry.Term.NameIn(entry.Duty.Id),
        entry.Term.Meaning is { } meaning ? $"{entry.Duty.Title}, {meaning}" : entry.Duty.Title,
        entry.Term.Default,
        LimitOf(entry.Duty, entry.Term)));

    /// <summary>The duties that can be turned on and off, in Markdown.</summary>
    public static string Duties()
    {
        var text = new StringBuilder("| navn | hvad | uden |\n|---|---|---|\n");
        foreach (Duty duty in RuleBook.Standard.Duties.Where(DutySwitches.MayTurnOff))
        {
            text.Append($"| `{duty.Id}` | {duty.Title} | {(duty.OnByDefault ? "til" : "fra")} |\n");
        }

        return text.ToString();
    }

    /// <summary>The terms that can be chosen, in Markdown.</summary>
    public static string Text()
    {
        var text = new StringBuilder("| navn | hvad | uden | kan sættes til |\n|---|---|---|---|\n");
        foreach (Row row in Terms())
        {
            text.Append($"| `{row.Name}` | {row.Title} | {row.Default} | {row.Limit} |\n");
        }

        return text.ToString();
    }

    private static string LimitOf(Duty duty, DutyTerm term) => term.Term == Term.Statutory
        ? $"kortere; lovens egen ({duty.Law.Latest}) kan ikke forlænges"
        : $"{(term.Shortest is { } shortest ? $"mindst {shortest}, " : "")}højst {term.Longest}";
}
