using Rettidig.Domain.Agendas;
using Rettidig.Domain.Rules;

namespace Rettidig.Cli.Duties;

/// <summary>The columns of one duty, in Danish.</summary>
internal static class DutyCells
{
    private const string Break = "<br>";

    /// <summary>The seven cells of its row.</summary>
    public static IEnumerable<string> Of(Duty duty) => [Name(duty), Starts(duty), Deadline(duty), Closes(duty), Repeats(duty), Who(duty), Law(duty.Law)];

    private static string Name(Duty duty) => Lines($"**{duty.Title}**", $"`{duty.Id}`", Kind(duty.Kind), "Kilde: " + string.Join(", ", duty.Rows));

    private static string Starts(Duty duty) => Lines(duty.Starts.Text, Noted("Gælder", duty.Due.Condition));

    private static string Deadline(Duty duty) => Lines(duty.Due.Text, duty switch
    {
        { IsNotice: true } => "",
        { Due.IsAtOnce: true, Kind: DutyKind.Statute, Due.Term: Term.Statutory } => "*lovens krav*",
        { Due.IsAtOnce: true } => "",
        { Kind: DutyKind.Statute, Due.Term: Term.Statutory } => "*lovens frist*",
        { Kind: DutyKind.Statute } => "*kommunens frist: loven nævner ingen dage*",
        _ => "*kommunens frist*",
    });

    private static string Closes(Duty duty) => duty.IsNotice
        ? "intet at lukke: det er en besked"
        : Lines([.. duty.Closes.Select((closer, i) => i == 0 ? closer.Text : $"eller {closer.Text}"), .. Defects(duty)]);

    private static IEnumerable<string> Defects(Duty duty) =>
        duty.Defects.Count == 0 ? [] : [$"*Mangel, hvis der ikke er:* {string.Join("; ", duty.Defects.Select(check => check.Defect.Text + Remarks(duty, check)))}"];

    private static string Remarks(Duty duty, DefectCheck check)
    {
        string[] remarks = [.. new[] { check.Only, IsBreach(duty, check) ? "brud" : "" }.Where(remark => remark.Length > 0)];
        return remarks.Length > 0 ? $" ({string.Join(", ", remarks)})" : "";
    }

    private static bool IsBreach(Duty duty, DefectCheck check) =>
        check.Defect.Statutory && duty.Kind == DutyKind.Statute && duty.Due.Term == Term.Statutory && duty.Terms.All(term => term.Term == Term.Statutory);

    private static string Repeats(Duty duty) => Lines(
        duty.Repeats switch
        {
            Recurrence.Once => "én gang",
            Recurrence.EachTime => "hver gang",
            Recurrence.Again => "forfra, når den er opfyldt",
            _ => "hvert kalenderår",
        } + Per(duty.Starts.Per),
        duty.Starts.Stops.Length > 0 ? $"Ophører også, når {duty.Starts.Stops}" : "",
        duty.OutlivesPlacement ? "Fortsætter, når anbringelsen er ophørt" : "");

    private static string Per(Scope scope) => scope switch
    {
        Scope.CustodyHolder => ", for hver forældremyndighedsindehaver",
        Scope.Site => ", for hvert anbringelsessted",
        _ => "",
    };

    private static string Who(Duty duty) => Lines(
        duty.Responsible == Role.TeamLeader ? "teamlederen" : "sagsbehandleren",
        duty.LadderNote,
        duty.OnByDefault ? "" : "*slået fra, til kommunen vælger den*");

    private static string Law(LegalBasis law) => Lines([.. Periods.Of(law).Select(part => part.When.Length > 0 ? $"{part.When}: {part.Law}" : part.Law)]);

    private static string Noted(string word, string text) => text.Length > 0 ? $"*{word}:* {text}" : "";

    private static string Lines(params IEnumerable<string> lines) => string.Join(Break, lines.Where(line => line.Length > 0));

    /// <summary>As DutyWords, but for a duty rather than one of its occurrences.</summary>
    private static string Kind(DutyKind kind) => kind switch
    {
        DutyKind.Statute => "lov",
        DutyKind.Guidance => "vejledning",
        DutyKind.Method => "metode",
        _ => "god praksis",
    };
}
