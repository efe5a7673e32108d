using System.Text;
using NodaTime;
using Rettidig.Cli.Terminal;
using Rettidig.Domain.Calendar;
using Spectre.Console;

namespace Rettidig.Cli.DeadLetters;

/// <summary>What was put aside, in a terminal of 80 columns.</summary>
internal static class DeadLetterScreen
{
    public static Task<int> List(Screen screen, IReadOnlyList<DeadLetter> letters, LetterBox box)
    {
        if (letters.Count == 0)
        {
            screen.Line("Ingen hændelser er lagt til side.");
            return Task.FromResult(0);
        }

        Table table = new Table().Border(TableBorder.Simple).ShowRowSeparators()
            .AddColumn(new TableColumn("Nr.").NoWrap().PadLeft(0).RightAligned())
            .AddColumn(new TableColumn("Kommet").NoWrap())
            .AddColumn(new TableColumn("Hvorfor, og hvad der skal gøres").PadRight(0));
        foreach (DeadLetter letter in letters)
        {
            table.AddRow(new Text($"{letter.Number}"), new Text(Moment(letter)), new Rows(new Text(letter.Reason, new Style(decoration: Decoration.Bold)), new Text(letter.Description)));
        }

        screen.Output.Write(table);
        screen.Paragraph($"{Words.Count(letters.Count, "hændelse er", "hændelser er")} lagt til side. Send dem igen med 'rettidig deadletter resend NR{box.Named}', eller slet dem med 'rettidig deadletter drop NR{box.Named}'.");
        return Task.FromResult(0);
    }

    public static Task<int> Show(Screen screen, DeadLetter letter, bool withBody)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(2)).AddColumn(new GridColumn().PadRight(0));
        Row("Nr.", $"{letter.Number}");
        Row("Kommet", Moment(letter));
        Row("Besked-id", letter.ShownId);
        Row("Grund", letter.Reason);
        Row("Forklaring", letter.Description);
        Row("Størrelse", $"{Words.Number(letter.Body.Length)} byte");
        screen.Output.Write(grid);
        if (withBody)
        {
            screen.Error("Indholdet kan være personoplysninger: gem det ikke, og del det ikke.");
            screen.Line(Encoding.UTF8.GetString(letter.Body));
        }

        return Task.FromResult(0);

        void Row(string name, string value) => grid.AddRow(new Text(name), new Text(value));
    }

    private static string Moment(DeadLetter letter) => letter.ArrivedAt is { } moment
        ? DanishDates.Short(CopenhagenTime.DateOf(Instant.FromDateTimeOffset(moment))) + " " + CopenhagenTime.At(Instant.FromDateTimeOffset(moment)).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture)
        : "";
}
