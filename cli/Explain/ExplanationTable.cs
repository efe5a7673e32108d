using NodaTime;
using Rettidig.Cli.Terminal;
using Rettidig.Domain.Agendas;
using Rettidig.Domain.Calendar;
using Rettidig.Domain.Rules;
using Rettidig.Functions.Explanations;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Rettidig.Cli.Explain;

/// <summary>An explanation in a terminal of 80 columns: a row an obligation, its due day beside everything that led to it.</summary>
internal static class ExplanationTable
{
    public static void Show(Screen screen, PlacementExplanation explanation)
    {
        screen.Paragraph($"Sag {explanation.Placement} set fra {DanishDates.Weekday(explanation.AsOf)} den {DanishDates.Long(explanation.AsOf)}");
        screen.Paragraph(string.Join(" · ", Facts(explanation)));
        screen.Paragraph($"sagsbehandler {explanation.Caseworker ?? "ukendt"} · sted {explanation.Site ?? "ukendt"}");
        foreach (ExplainedConcern concern in explanation.Concerns)
        {
            screen.Paragraph($"Bemærk: {concern.Text}");
        }

        Section(screen, "Åbne pligter", [.. explanation.Obligations.Where(duty => duty.IsOpen)], explanation.AsOf);
        Section(screen, "Afsluttede pligter", [.. explanation.Obligations.Where(duty => !duty.IsOpen)], explanation.AsOf);
        Others(screen, explanation.Notices);
    }

    private static IEnumerable<string> Facts(PlacementExplanation explanation)
    {
        yield return explanation.DecidedOn is { } decided ? $"afgørelse {DanishDates.Short(decided)}" : "afgørelsen er ikke kommet endnu, så intet er regnet ud";
        yield return explanation.StartedOn is { } started ? $"iværksat {DanishDates.Short(started)}" : "ikke iværksat";
        if (explanation.EndedOn is { } ended)
        {
            yield return $"ophørt {DanishDates.Short(ended)}";
        }
    }

    private static void Section(Screen screen, string title, ExplainedDuty[] duties, LocalDate today)
    {
        screen.Line();
        screen.Line($"{title} ({Words.Number(duties.Length)})");
        if (duties.Length == 0)
        {
            return;
        }

        Table table = new Table().Border(TableBorder.Simple).ShowRowSeparators()
            .AddColumn(new TableColumn("Frist").NoWrap().PadLeft(0))
            .AddColumn(new TableColumn("Pligt").PadRight(0));
        foreach (ExplainedDuty duty in duties)
        {
            table.AddRow(new Text(DanishDates.Short(duty.Due)), new Rows(Lines(duty, today)));
        }

        screen.Output.Write(table);
    }

    private static IEnumerable<IRenderable> Lines(ExplainedDuty duty, LocalDate today)
    {
        yield return new Text(duty.Title + Whose(duty), new Style(decoration: Decoration.Bold));
        yield return new Text(DutyWords.Standing(duty, today) + (duty.Breach ? ". Lovens krav er ikke overholdt." : ""), StyleOf(duty.Status));
        yield return new Text($"Tæller fra: {DutyWords.Anchor(duty.Anchor)}");
        yield return new Text(string.Join(' ', duty.Arithmetic));
        yield return new Text($"Grundlag: {DutyWords.Basis(duty)}");
        if (DutyWords.Awaits(duty) is { Length: > 0 } closes)
        {
            yield return new Text($"Lukkes, når: {closes}");
        }

        if (duty.ClosedBy is { } closer)
        {
            yield return new Text($"Løst ved: {DutyWords.Closer(closer, duty.Due)}");
        }

        foreach (Defect defect in duty.Defects)
        {
            yield return new Text($"Mangler: {defect.Text}", StyleOf(ObligationStatus.MetWithDefects));
        }

        foreach (string step in StepLines.Of(duty.Steps, duty.Due))
        {
            yield return new Text(step, new Style(decoration: Decoration.Dim));
        }
    }

    private static string Whose(ExplainedDuty duty) =>
        duty.CustodyHolder is { } holder ? $" (forældremyndighedsindehaver {holder})" : duty.Site is { } site ? $" (anbringelsessted {site})" : "";

    private static Style StyleOf(ObligationStatus status) => new(status switch
    {
        ObligationStatus.Overdue or ObligationStatus.MetLate or ObligationStatus.NotClosed => Color.Red,
        ObligationStatus.Due or ObligationStatus.MetWithDefects => Color.Yellow,
        ObligationStatus.Met => Color.Green,
        _ => Color.Default,
    });

    private static void Others(Screen screen, IReadOnlyList<ExplainedStep> notices)
    {
        if (notices.Count == 0)
        {
            return;
        }

        screen.Line();
        screen.Line($"Øvrige beskeder ({Words.Number(notices.Count)})");
        foreach (IGrouping<string, ExplainedStep> about in notices.GroupBy(step => step.Duty, StringComparer.Ordinal))
        {
            screen.Paragraph($"  {RuleBook.TitleOf(about.Key)}");
            foreach (string line in StepLines.Of(about, null))
            {
                screen.Paragraph($"    {line}");
            }
        }
    }
}
